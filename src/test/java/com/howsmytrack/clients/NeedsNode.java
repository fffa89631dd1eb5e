package com.howsmytrack.clients;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/// The tests need Node.js and the installed packages of src/test/node. Without them, the tests are skipped, and one line at
/// the end of all tests reports it. With `CI=true` in the environment or `-Dtests.node=required`, they fail instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NodeCondition.class)
@interface NeedsNode {

}
