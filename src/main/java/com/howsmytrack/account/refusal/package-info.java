/// Marks addresses that mail servers refuse, so that they get no mails that nobody asked for.
@NullMarked
package com.howsmytrack.account.refusal;

import org.jspecify.annotations.NullMarked;
