/// What members write about each other's tracks, how its readers rate it, and the rating of people that
/// follows from that.
@NullMarked
package com.howsmytrack.feedback.response;

import org.jspecify.annotations.NullMarked;
