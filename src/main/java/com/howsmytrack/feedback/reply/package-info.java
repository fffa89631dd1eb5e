/// Replies: the conversation below a response, between the responder and the owner of the track.
@NullMarked
package com.howsmytrack.feedback.reply;

import org.jspecify.annotations.NullMarked;
