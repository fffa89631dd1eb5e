/// The address of an account: its verification by a mailed link, and its change.
@NullMarked
package com.howsmytrack.account.verification;

import org.jspecify.annotations.NullMarked;
