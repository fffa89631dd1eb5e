/// Groups: the pages of members, and forming groups for the assignment run.
@NullMarked
package com.howsmytrack.feedback.group;

import org.jspecify.annotations.NullMarked;
