package com.howsmytrack.track;

import java.time.Clock;
import java.util.Set;

import com.howsmytrack.outbound.MemberCalls;

/// Does all due look-ups in the thread of the test, also those that become due by the result of another one.
class DueLookups {

	private final LookupQueue queue;

	private final LookupWriter writer;

	private final ShortLinks shortLinks;

	private final OEmbedTitles titles;

	private final MemberCalls memberCalls;

	private final Clock clock;

	DueLookups(LookupQueue queue, LookupWriter writer, ShortLinks shortLinks, OEmbedTitles titles,
			MemberCalls memberCalls, Clock clock) {
		this.queue = queue;
		this.writer = writer;
		this.shortLinks = shortLinks;
		this.titles = titles;
		this.memberCalls = memberCalls;
		this.clock = clock;
	}

	/// An instance of the service, on which no host has a pause.
	LookupRunner newInstance() {
		return new LookupRunner(this.queue, this.writer, this.shortLinks, this.titles, this.memberCalls, this.clock);
	}

	void run(LookupRunner instance) {
		Set<String> hosts = this.queue.dueHosts();
		while (!hosts.isEmpty()) {
			hosts.forEach(instance::runDue);
			hosts = this.queue.dueHosts();
		}
	}

}
