package com.howsmytrack.feedback;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings for the texts of members.
///
/// @param requireLetters whether feedback and replies need a letter or digit of any script
@Validated
@ConfigurationProperties("howsmytrack.feedback")
record TextSettings(boolean requireLetters) {
}
