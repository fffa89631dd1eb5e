package com.howsmytrack.jobs;

/// A job that calls other services. It runs outside any transaction, so that no connection or row lock is held during
/// a call, and writes its results in pieces.
///
/// A run that fails or is killed keeps the pieces that it wrote before. The next run must find the rest by itself.
@FunctionalInterface
public non-sealed interface ExternalCallsJob extends ScheduledJob {

	/// Does all the work that is due, or the part of it before `progress` requests a
	/// stop. It calls `progress` only from the thread that called this method.
	/// @throws InterruptedException when the process ends and the job did not stop in
	/// time
	void run(JobProgress progress) throws InterruptedException;

}
