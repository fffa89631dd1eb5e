/// Accounts as operators see and change them.
@NullMarked
@NamedInterface("admin")
package com.howsmytrack.account.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
