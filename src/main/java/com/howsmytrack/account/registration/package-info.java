/// Registration of new members.
@NullMarked
package com.howsmytrack.account.registration;

import org.jspecify.annotations.NullMarked;
