package com.howsmytrack.account.session;

import java.time.Clock;
import java.util.Optional;

import com.howsmytrack.graphql.CallerSession;
import com.howsmytrack.graphql.CallerSessions;

import org.springframework.stereotype.Component;

/// Tells streams whether the session with which they were opened has ended.
@Component
class MemberSessions implements CallerSessions {

	private final RevokedSessions revokedSessions;

	private final Clock clock;

	MemberSessions(RevokedSessions revokedSessions, Clock clock) {
		this.revokedSessions = revokedSessions;
		this.clock = clock;
	}

	@Override
	public Optional<CallerSession> current() {
		return SignedInMember.current().map((member) -> new MemberSession(member.token()));
	}

	private final class MemberSession implements CallerSession {

		private final SessionToken token;

		MemberSession(SessionToken token) {
			this.token = token;
		}

		@Override
		public long member() {
			return this.token.account().value();
		}

		@Override
		public State state() {
			if (MemberSessions.this.revokedSessions.contains(this.token)) {
				return State.REVOKED;
			}
			return this.token.expiresAt().isAfter(MemberSessions.this.clock.instant()) ? State.ACTIVE : State.EXPIRED;
		}

	}

}
