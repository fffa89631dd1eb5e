package com.howsmytrack.jobs;

import java.util.Map;
import java.util.function.Supplier;

/// What an [ExternalCallsJob] has written so far, and whether it should stop.
public interface JobProgress {

	/// Executes one piece in a transaction of its own, and adds its counts to the record
	/// of the run in the same transaction. After a conflict with a member's transaction
	/// the piece is executed again, in a new transaction.
	/// @param piece writes results that are complete in themselves, and returns how many
	/// rows of each kind it changed
	/// @throws IllegalStateException when the process ends, or when this run has lost its
	/// lock to another one; the job should let the exception pass
	void write(Supplier<Map<String, Long>> piece);

	/// Whether the process is about to end. Call it before each call of another service,
	/// and only while work is left: a run that returns after this method answered true is
	/// recorded as failed, because the rest of its work is still due.
	boolean stopRequested();

}
