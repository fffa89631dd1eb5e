package com.howsmytrack.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.RequestTrackBroken;
import com.howsmytrack.feedback.RequestTrackUnresolved;
import com.howsmytrack.mail.MailKind;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells owners about the link of their track, in the transaction of the event. The notices belong to the next batch: a
/// track can be looked at because another member has typed the same link, and the time of a notice must not tell that.
@Component
class TrackNotices {

	private final TrackFacts facts;

	private final NoticeOutbox notices;

	private final NoticeSchedule schedule;

	private final JdbcClient jdbc;

	private final Clock clock;

	TrackNotices(TrackFacts facts, NoticeOutbox notices, NoticeSchedule schedule, JdbcClient jdbc, Clock clock) {
		this.facts = facts;
		this.notices = notices;
		this.schedule = schedule;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void on(RequestTrackBroken event) {
		tell(TrackBroken.KIND, event.request(), event.member());
	}

	@EventListener
	void on(RequestTrackUnresolved event) {
		tell(TrackUnresolved.KIND, event.request(), event.member());
	}

	/// Once for each track of a request, also if it is found broken again.
	private void tell(MailKind kind, long request, AccountId member) {
		this.facts.find(request, member).filter((found) -> !isTold(kind, request, member, found)).ifPresent((found) -> {
			Instant batch = this.schedule.nextBatch(this.clock.instant());
			this.notices.add(kind, List.of(new NewNotice(member, request, found.values())), batch);
		});
	}

	private boolean isTold(MailKind kind, long request, AccountId member, Facts found) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (
						SELECT FROM notice
						WHERE account_id = :member AND kind = :kind AND subject_id = :request AND facts ->> 'track' = :track)""")
			.param("member", member.value())
			.param("kind", kind.name())
			.param("request", request)
			.param("track", found.text("track"))
			.query(Boolean.class)
			.single();
	}

}
