package com.howsmytrack.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Tomcat rejects some requests before they reach the application. Their responses have a status and no body, because
/// Tomcat's default page would reveal the server software.
class EmptyErrorPages extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		if (response.getStatus() >= 400 && response.getContentWritten() == 0) {
			response.setErrorReported();
		}
	}

}
