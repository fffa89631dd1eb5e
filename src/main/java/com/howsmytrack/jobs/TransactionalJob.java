package com.howsmytrack.jobs;

import java.util.Map;

/// A job that runs in one transaction, together with the record of its run. A run that fails or is killed changes
/// nothing.
@FunctionalInterface
public non-sealed interface TransactionalJob extends ScheduledJob {

	/// Does all the work that is due. After a conflict with a member's transaction it is
	/// called again, in a new transaction.
	/// @return how many rows of each kind were changed, in the order in which the admin
	/// API lists them
	Map<String, Long> run();

}
