package com.howsmytrack.web;

import org.slf4j.MDC;

/// The id of the request that this thread serves.
public final class RequestIds {

	static final String MDC_KEY = "requestId";

	/// Of the request: errors are rendered when its thread has forgotten the id.
	static final String ATTRIBUTE = RequestIds.class.getName();

	private RequestIds() {
	}

	/// As the log has it; `none` outside a request.
	public static String current() {
		String id = MDC.get(MDC_KEY);
		return (id != null) ? id : "none";
	}

}
