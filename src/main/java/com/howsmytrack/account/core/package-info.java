/// The table `account`: its entity, its rules, and what all other packages of this module share. The other packages read and
/// change accounts through [AccountService].
@NullMarked
package com.howsmytrack.account.core;

import org.jspecify.annotations.NullMarked;
