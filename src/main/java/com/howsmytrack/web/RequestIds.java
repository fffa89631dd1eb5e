package com.howsmytrack.web;

import org.slf4j.MDC;

/// The id of the request that this thread serves.
public final class RequestIds {

	static final String MDC_KEY = "requestId";

	private RequestIds() {
	}

	/// As the log has it; `none` outside a request.
	public static String current() {
		String id = MDC.get(MDC_KEY);
		return (id != null) ? id : "none";
	}

}
