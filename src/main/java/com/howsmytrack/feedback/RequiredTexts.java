package com.howsmytrack.feedback;

import java.util.Optional;

import com.howsmytrack.graphql.UserError;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Checks the texts that a member must write: feedback and replies.
@Component
@EnableConfigurationProperties(TextSettings.class)
public class RequiredTexts {

	private final TextSettings settings;

	RequiredTexts(TextSettings settings) {
		this.settings = settings;
	}

	/// Empty if the text can be stored and a reader can see it.
	public Optional<UserError> check(TextLimit limit, String text) {
		return limit.checkRequired(text, this.settings.requireLetters());
	}

}
