package com.howsmytrack.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.howsmytrack.feedback.FeedbackAnnouncements;
import com.howsmytrack.feedback.FeedbackAnnouncements.Batch;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.TransactionalJob;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Announces the feedback and the replies of a batch, queues the mails of all notices that are due, and deletes old notices.
/// It runs after the release of the same hour. A response or reply that is marked as announced and its notice are one
/// transaction, so runs that are killed, repeated or overlap tell each of them once.
@Component
@JobDefinition(name = "send-notices", cron = "0 2 * * * *")
class SendNotices implements TransactionalJob {

	private final FeedbackAnnouncements announcements;

	private final NoticeSchedule schedule;

	private final NoticeOutbox notices;

	private final NoticeCleanup cleanup;

	private final NoticeKinds kinds;

	private final Clock clock;

	SendNotices(FeedbackAnnouncements announcements, NoticeSchedule schedule, NoticeOutbox notices,
			NoticeCleanup cleanup, NoticeKinds kinds, Clock clock) {
		this.announcements = announcements;
		this.schedule = schedule;
		this.notices = notices;
		this.cleanup = cleanup;
		this.kinds = kinds;
		this.clock = clock;
	}

	@Override
	@Transactional
	public Map<String, Long> run() {
		Instant time = this.schedule.latestBatch(this.clock.instant());
		Batch batch = this.schedule.announcements(time);
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("feedbackNotices",
				this.notices.add(FeedbackReadable.KIND,
						this.announcements.announceFeedback(batch, this.schedule.feedbackPeriod(time))
							.stream()
							.map(FeedbackReadable::of)
							.toList(),
						time));
		counts.put("replyNotices", this.notices.add(ReplyWaiting.KIND,
				this.announcements.announceReplies(batch).stream().map(ReplyWaiting::of).toList(), time));
		counts.put("mailsQueued",
				this.kinds.all().stream().mapToLong((kind) -> this.notices.queueMails(kind.kind(), time)).sum());
		counts.put("noticesDeleted", this.cleanup.deleteOld(time));
		return counts;
	}

}
