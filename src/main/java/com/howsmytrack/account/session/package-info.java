/// Sign-in, sign-out and the session cookie: tokens, rate limits of sign-in, revoked sessions, the current member.
@NullMarked
package com.howsmytrack.account.session;

import org.jspecify.annotations.NullMarked;
