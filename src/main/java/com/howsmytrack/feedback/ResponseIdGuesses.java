package com.howsmytrack.feedback;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Limits how many ids of responses a member can try out. An id has 31 bits, so a script could try all of them within days
/// and find the forms on an own track; when a member leaves, a form that vanishes was theirs.
@Component
@EnableConfigurationProperties(GuessSettings.class)
public class ResponseIdGuesses {

	private final RateLimit limit;

	ResponseIdGuesses(RateLimiter rateLimiter, GuessSettings settings) {
		this.limit = rateLimiter.of("response-id-guess", settings.responseIdGuesses());
	}

	/// Counts an error that shows whether an id exists.
	/// @param error the reason why the operation failed
	/// @param unknown the error for an id that does not exist
	/// @return the first error, or the second one if the member has caused too many
	public UserError count(AccountId member, UserError error, UserError unknown) {
		return this.limit.tryOnce(Long.toString(member.value())).isPresent() ? unknown : error;
	}

}
