/// Rules for passwords, and their hashes. Includes hashes that were imported from the Django service.
@NullMarked
package com.howsmytrack.account.password;

import org.jspecify.annotations.NullMarked;
