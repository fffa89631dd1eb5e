/// A member asks for feedback, and may think again until the request has a group.
@NullMarked
package com.howsmytrack.feedback.request;

import org.jspecify.annotations.NullMarked;
