/// Tests of the web client in a real browser: Chromium, driven by Playwright.
@NullMarked
package com.howsmytrack.browser;

import org.jspecify.annotations.NullMarked;
