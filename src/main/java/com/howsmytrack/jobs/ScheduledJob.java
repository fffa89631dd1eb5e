package com.howsmytrack.jobs;

import java.util.Map;

/// Work that is done once a night, or when an operator asks for it.
public interface ScheduledJob {

	Job job();

	/// Does whatever is due, within the transaction that records the run.
	/// @return what was done, by name, in the order in which people should read it
	Map<String, Long> run();

}
