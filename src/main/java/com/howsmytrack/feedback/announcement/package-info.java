/// Which feedback and replies members are told about in notices and mails, and which of their own requests.
@NullMarked
package com.howsmytrack.feedback.announcement;

import org.jspecify.annotations.NullMarked;
