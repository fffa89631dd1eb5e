/// The admin API for accounts, and what it offers to the admin API of other modules: the record of a person, to
/// which modules add fields.
@NullMarked
@NamedInterface("admin")
package com.howsmytrack.account.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
