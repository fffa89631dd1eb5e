package com.howsmytrack.account.page;

import java.util.Map;

import com.howsmytrack.persistence.DatabaseOutage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// Shows a page with the status 503 while the database cannot be reached.
@ControllerAdvice
class PagesDuringOutage {

	private static final Logger logger = LoggerFactory.getLogger(PagesDuringOutage.class);

	@ExceptionHandler
	ModelAndView unavailable(RuntimeException failure) {
		if (!DatabaseOutage.isCauseOf(failure)) {
			throw failure;
		}
		logger.error("A page failed: the database cannot be reached ({})", failure.getMessage());
		return new ModelAndView("error", Map.of("status", HttpStatus.SERVICE_UNAVAILABLE.value()),
				HttpStatus.SERVICE_UNAVAILABLE);
	}

}
