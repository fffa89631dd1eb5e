package com.howsmytrack.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// A test of the web client in Chromium, with the whole application. Addresses must be verified, as in production. After
/// each test, all windows are closed; the test fails if one of them had an error.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@NeedsChromium
@WholeApplication
@TestPropertySource(properties = "howsmytrack.account.verify-addresses=true")
@Import(Windows.class)
@ExtendWith(WindowCheck.class)
@interface BrowserTest {

}
