/// Releasing responses and replies: until then, only their author sees them.
@NullMarked
package com.howsmytrack.feedback.release;

import org.jspecify.annotations.NullMarked;
