/// Deletion of an account by its member, and the export of personal data.
@NullMarked
package com.howsmytrack.account.deletion;

import org.jspecify.annotations.NullMarked;
