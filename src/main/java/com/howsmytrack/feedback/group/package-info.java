/// Groups: how a planned night becomes one, and what a member sees of theirs.
@NullMarked
package com.howsmytrack.feedback.group;

import org.jspecify.annotations.NullMarked;
