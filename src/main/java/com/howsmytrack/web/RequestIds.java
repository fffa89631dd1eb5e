package com.howsmytrack.web;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.slf4j.MDC;

/// The id of the request that the current thread handles. Each operation of a WebSocket counts as a request.
public final class RequestIds {

	static final String MDC_KEY = "requestId";

	/// The request attribute with the id. Error pages are rendered after the id was
	/// removed from the thread.
	static final String ATTRIBUTE = RequestIds.class.getName();

	private RequestIds() {
	}

	/// Gives the current thread a new id until the result is closed. The id is not
	/// secret, so it needs no secure random numbers.
	public static MDC.MDCCloseable start() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return MDC.putCloseable(MDC_KEY, new UUID(random.nextLong(), random.nextLong()).toString());
	}

	/// Calls a task of a request, such as an event of its subscription, on any thread.
	/// @param id of that request
	public static <T> T callAs(String id, Supplier<T> task) {
		String current = MDC.get(MDC_KEY);
		MDC.put(MDC_KEY, id);
		try {
			return task.get();
		}
		finally {
			if (current != null) {
				MDC.put(MDC_KEY, current);
			}
			else {
				MDC.remove(MDC_KEY);
			}
		}
	}

	/// The id as in the log; `none` outside a request.
	public static String current() {
		String id = MDC.get(MDC_KEY);
		return (id != null) ? id : "none";
	}

}
