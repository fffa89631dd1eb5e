package com.howsmytrack.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/// The tests need Chromium. Without it, the tests are skipped, and one line at the end of all tests reports it. With
/// `CI=true` in the environment or `-Dtests.browser=required`, they fail instead.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ChromiumCondition.class)
@interface NeedsChromium {

}
