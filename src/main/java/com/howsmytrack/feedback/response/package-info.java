/// Submitting and rating responses, and calculating the ratings of members.
@NullMarked
package com.howsmytrack.feedback.response;

import org.jspecify.annotations.NullMarked;
