package com.howsmytrack.track;

import java.util.Set;

/// Does all due look-ups in the thread of the test, also those that become due by the result of another one.
final class DueLookups {

	private DueLookups() {
	}

	static void run(LookupQueue queue, LookupRunner runner) {
		Set<String> hosts = queue.dueHosts();
		while (!hosts.isEmpty()) {
			hosts.forEach(runner::runDue);
			hosts = queue.dueHosts();
		}
	}

}
