/// The signed-in member: details and notifications, data export, and what happens to feedback after an account is deleted.
@NullMarked
package com.howsmytrack.feedback.member;

import org.jspecify.annotations.NullMarked;
