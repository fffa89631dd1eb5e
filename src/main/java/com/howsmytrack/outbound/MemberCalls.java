package com.howsmytrack.outbound;

import java.time.Duration;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.ratelimit.RateLimit;
import com.howsmytrack.ratelimit.RateLimiter;

import org.springframework.stereotype.Component;

/// Limits the calls that a member causes, over all instances. Visitors cause no calls.
@Component
public class MemberCalls {

	private final RateLimit limit;

	MemberCalls(RateLimiter rateLimiter, OutboundSettings settings) {
		this.limit = rateLimiter.of("outbound-by-member", settings.memberCalls());
	}

	/// Counts one call. Call it outside transactions.
	/// @return empty if the call is allowed, otherwise the time to wait
	public Optional<Duration> tryOnce(AccountId member) {
		return this.limit.tryOnce(Long.toString(member.value()));
	}

}
