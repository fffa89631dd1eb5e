/// What the writer of a response and the owner of the track say to each other below it.
@NullMarked
package com.howsmytrack.feedback.reply;

import org.jspecify.annotations.NullMarked;
