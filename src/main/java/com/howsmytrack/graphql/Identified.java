package com.howsmytrack.graphql;

/// The result of an operation of the admin API that reads one object. The audit log records the id.
public interface Identified {

	long id();

}
