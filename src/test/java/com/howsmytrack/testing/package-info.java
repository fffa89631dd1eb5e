/// Fixtures that tests of several modules share.
@NullMarked
package com.howsmytrack.testing;

import org.jspecify.annotations.NullMarked;
