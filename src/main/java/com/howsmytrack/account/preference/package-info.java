/// Which kinds of mail a member gets: the preferences, the unsubscribe links below mails and the page they lead to.
@NullMarked
package com.howsmytrack.account.preference;

import org.jspecify.annotations.NullMarked;
