package com.howsmytrack.web;

import org.slf4j.MDC;

/// The id of the request that the current thread handles.
public final class RequestIds {

	static final String MDC_KEY = "requestId";

	/// The request attribute with the id. Error pages are rendered after the id was
	/// removed from the thread.
	static final String ATTRIBUTE = RequestIds.class.getName();

	private RequestIds() {
	}

	/// The id as in the log; `none` outside a request.
	public static String current() {
		String id = MDC.get(MDC_KEY);
		return (id != null) ? id : "none";
	}

}
