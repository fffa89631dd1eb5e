package com.howsmytrack.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The [AccountId] of the signed-in member. The schema's `@access` rejects other callers of operations for members.
/// In operations with the access level `ANYONE`, the parameter is nullable; it is null without a session.
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentMember {

}
