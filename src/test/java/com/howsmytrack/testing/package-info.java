/// What tests of the whole application share.
@NullMarked
package com.howsmytrack.testing;

import org.jspecify.annotations.NullMarked;
