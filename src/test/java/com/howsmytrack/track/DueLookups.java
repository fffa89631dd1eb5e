package com.howsmytrack.track;

import java.util.Set;

import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/// Does all due look-ups in the thread of the test, also those that become due by the result of another one.
class DueLookups {

	private final LookupQueue queue;

	private final AutowireCapableBeanFactory beans;

	DueLookups(LookupQueue queue, AutowireCapableBeanFactory beans) {
		this.queue = queue;
		this.beans = beans;
	}

	/// An instance of the service, on which no host has a pause.
	LookupRunner newInstance() {
		return this.beans.createBean(LookupRunner.class);
	}

	void run(LookupRunner instance) {
		Set<String> hosts = this.queue.dueHosts();
		while (!hosts.isEmpty()) {
			hosts.forEach(instance::runDue);
			hosts = this.queue.dueHosts();
		}
	}

}
