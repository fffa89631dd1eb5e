package com.howsmytrack.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The `AccountId` of who is signed in. The schema's `@access` keeps strangers away from operations for
/// members; where anyone may call, the parameter is nullable and null for strangers.
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface CurrentMember {

}
