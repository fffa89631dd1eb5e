/// Password change by a signed-in member, and password reset by a mailed link.
@NullMarked
package com.howsmytrack.account.recovery;

import org.jspecify.annotations.NullMarked;
