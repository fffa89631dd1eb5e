/// What attackers try, by topic, against the application as production starts it: each test is a promise.
@NullMarked
package com.howsmytrack.attacks;

import org.jspecify.annotations.NullMarked;
