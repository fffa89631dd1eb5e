package com.howsmytrack.admin;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.graphql.UserErrorException;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Controller;

@Controller
class AdminUsageController {

	private static final int MAX_DAYS = 400;

	private static final UserError INVALID_RANGE = new UserError(new ErrorCode("INVALID_RANGE"),
			"Ask for 1 to %d days, the first before the last.".formatted(MAX_DAYS), "to");

	private final Usage usage;

	AdminUsageController(Usage usage) {
		this.usage = usage;
	}

	@QueryMapping
	List<UsageDay> usage(@Argument LocalDate from, @Argument LocalDate to) {
		long days = ChronoUnit.DAYS.between(from, to) + 1;
		if (days < 1 || days > MAX_DAYS) {
			throw new UserErrorException(ErrorType.BAD_REQUEST, INVALID_RANGE);
		}
		return this.usage.between(from, to);
	}

}
