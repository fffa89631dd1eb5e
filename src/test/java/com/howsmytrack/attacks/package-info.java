/// Attacks on the application as production starts it, grouped by topic. Each test is a promise.
@NullMarked
package com.howsmytrack.attacks;

import org.jspecify.annotations.NullMarked;
