package com.howsmytrack.track;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.jobs.ExternalCallsJob;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.JobProgress;
import com.howsmytrack.jobs.JobThrottle;

import org.springframework.stereotype.Component;

/// Has the tracks of pending requests looked up again, so that their owners hear of a link that breaks after the request
/// was made, and deletes the look-ups that no request names.
///
/// It runs at noon: a track counts as broken at the second answer, a day after the first one, and the owner then has half a
/// day to change the link before the assignment run. It writes in pieces, because a member who names one of the tracks
/// waits for the transaction.
@Component
@JobDefinition(name = "check-tracks", cron = "0 15 12 * * *")
class CheckTracks implements ExternalCallsJob {

	private final RequestedTracks requested;

	private final LookupQueue queue;

	private final UnusedLookups unused;

	private final LookupSettings settings;

	private final JobThrottle throttle;

	CheckTracks(RequestedTracks requested, LookupQueue queue, UnusedLookups unused, LookupSettings settings,
			JobThrottle throttle) {
		this.requested = requested;
		this.queue = queue;
		this.unused = unused;
		this.settings = settings;
		this.throttle = throttle;
	}

	@Override
	public void run(JobProgress progress) {
		JobThrottle.Work work = this.throttle.begin();
		lookUpPending(progress, work);
		deleteUnused(progress, work);
	}

	private void lookUpPending(JobProgress progress, JobThrottle.Work work) {
		List<RequestedTracks.PendingLink> links = pendingAfter(0);
		while (!links.isEmpty() && !progress.stopRequested()) {
			List<RequestedTracks.PendingLink> batch = links;
			progress.write(() -> Map.of("lookUpsRepeated", (long) this.queue.addAgain(toLookUp(batch))));
			work.pause();
			links = pendingAfter(batch.getLast().position());
		}
	}

	private List<RequestedTracks.PendingLink> pendingAfter(long position) {
		return this.requested.pendingAfter(position, this.settings.batchSize());
	}

	private static List<TrackLink> toLookUp(List<RequestedTracks.PendingLink> pending) {
		return pending.stream()
			.map(RequestedTracks.PendingLink::url)
			.map(TrackLink::parse)
			.flatMap(Optional::stream)
			.filter(TrackLookup::isNeeded)
			.toList();
	}

	private void deleteUnused(JobProgress progress, JobThrottle.Work work) {
		List<UnusedLookups.Known> lookups = this.unused.after("", this.settings.batchSize());
		while (!lookups.isEmpty() && !progress.stopRequested()) {
			List<UnusedLookups.Known> batch = lookups;
			progress.write(() -> Map.of("lookUpsDeleted", this.unused.deleteUnused(batch)));
			work.pause();
			lookups = this.unused.after(batch.getLast().key(), this.settings.batchSize());
		}
	}

}
