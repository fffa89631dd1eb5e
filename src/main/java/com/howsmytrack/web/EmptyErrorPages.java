package com.howsmytrack.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// Answers requests that Tomcat rejects before the application sees them with a status and no body. Tomcat's default
/// page would reveal which server it is.
class EmptyErrorPages extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		if (response.getStatus() >= 400 && response.getContentWritten() == 0) {
			response.setErrorReported();
		}
	}

}
