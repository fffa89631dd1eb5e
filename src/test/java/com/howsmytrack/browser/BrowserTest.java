package com.howsmytrack.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.howsmytrack.testing.WholeApplication;

/// A test of the web client in Chromium, with the whole application. Mails are sent to files, as in development, and
/// addresses must be verified.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@NeedsChromium
@WholeApplication
@interface BrowserTest {

}
