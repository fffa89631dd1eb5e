/// Requests: a member creates, edits and deletes a request until it is assigned to a group.
@NullMarked
package com.howsmytrack.feedback.request;

import org.jspecify.annotations.NullMarked;
