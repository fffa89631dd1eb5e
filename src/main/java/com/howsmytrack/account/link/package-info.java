/// Secret links in mails, shared by address verification and password reset.
@NullMarked
package com.howsmytrack.account.link;

import org.jspecify.annotations.NullMarked;
