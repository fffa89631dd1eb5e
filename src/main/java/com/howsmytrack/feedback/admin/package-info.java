/// Feedback for operators: they see all requests, responses and replies with the members' addresses, and correct them.
/// Members must not see this data, because they are anonymous to each other.
@NullMarked
@NamedInterface("admin")
package com.howsmytrack.feedback.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
