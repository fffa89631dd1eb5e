package com.howsmytrack.feedback.release;

import java.time.Instant;

import com.howsmytrack.feedback.Batches;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Decides when responses and replies become visible to the other side. A member who watches a page must not learn when
/// another member wrote something: two members who compare such times could find out who wrote what. So everything
/// that was written between two multiples of the interval is released at once.
@Component
@EnableConfigurationProperties(ReleaseSettings.class)
public class ReleaseSchedule {

	private final ReleaseSettings settings;

	ReleaseSchedule(ReleaseSettings settings) {
		this.settings = settings;
	}

	/// Whether the statement that writes a response or a reply also releases it.
	/// Otherwise the job `release-feedback` releases it.
	public boolean isImmediate() {
		return this.settings.releaseInterval().isZero();
	}

	/// The latest multiple of the interval (UTC). Everything that was written before is
	/// due. The time depends on the interval only, so a run that is late or started by
	/// hand releases the same batch with the same time.
	Instant latestBatch(Instant now) {
		return isImmediate() ? now : Batches.latest(now, this.settings.releaseInterval());
	}

	/// In groups that were formed after this time, replies by owners wait for all
	/// responses on the other tracks.
	Instant beginningOfReplyWait(Instant batch) {
		return batch.minus(this.settings.replyWait());
	}

}
