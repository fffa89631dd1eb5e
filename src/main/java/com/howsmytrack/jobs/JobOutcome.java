package com.howsmytrack.jobs;

/// The outcome of a run. A killed run stays `RUNNING` until the next run of its job marks it `DIED`.
public enum JobOutcome {

	RUNNING, SUCCEEDED, FAILED, DIED

}
