package com.howsmytrack.web;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// What the server answers to requests that are refused before the application sees them: a status without a page,
/// which would tell by its looks whose server it is.
class EmptyErrorPages extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		if (response.getStatus() >= 400 && response.getContentWritten() == 0) {
			response.setErrorReported();
		}
	}

}
