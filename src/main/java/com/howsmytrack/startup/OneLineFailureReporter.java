package com.howsmytrack.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// Reports an invalid setting that prevents the start in one line, without a stack trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneLineFailureReporter implements SpringBootExceptionReporter {

	private static final Logger logger = LoggerFactory.getLogger("com.howsmytrack");

	@Override
	public boolean reportException(Throwable failure) {
		if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof InvalidSettingException invalid) {
			logger.error("Cannot start: {}.", invalid.getMessage());
			return true;
		}
		return false;
	}

}
