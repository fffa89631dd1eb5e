/// The admin API for accounts, and what it offers to the admin API of other modules: the record of a person, to
/// which modules add fields, and the audit log with the addresses of operators.
@NullMarked
@NamedInterface("admin")
package com.howsmytrack.account.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
