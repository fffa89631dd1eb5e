package com.howsmytrack.admin;

import java.time.LocalDate;
import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.testing.GraphQlSlice;
import com.howsmytrack.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.GraphQlTest;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

@GraphQlTest(AdminUsageController.class)
@Import(GraphQlSlice.class)
class AdminUsageControllerTests {

	private static final AccountId ADA = new AccountId(7);

	@Autowired
	private GraphQlTester graphQl;

	@Autowired
	private TestCaller caller;

	@MockitoBean
	private Usage usage;

	@BeforeEach
	void signInAsOperator() {
		this.caller.isOperator(ADA);
	}

	private GraphQlTester.Response usage(String from, String to) {
		return this.graphQl.document("""
				{ usage(from: "%s", to: "%s") {
					day registrations requests groups responsesAsked responsesGiven responseRate
				} }""".formatted(from, to)).execute();
	}

	@Test
	void returnsTheFiguresOfEachDay() {
		given(this.usage.between(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)))
			.willReturn(List.of(new UsageDay(LocalDate.of(2026, 3, 1), 3, 2, 1, 4, 1),
					new UsageDay(LocalDate.of(2026, 3, 2), 0, 0, 0, 0, 0)));

		usage("2026-03-01", "2026-03-02").path("usage").matchesJsonStrictly("""
				[ { "day": "2026-03-01", "registrations": 3, "requests": 2, "groups": 1, "responsesAsked": 4,
					"responsesGiven": 1, "responseRate": 0.25 },
				  { "day": "2026-03-02", "registrations": 0, "requests": 0, "groups": 0, "responsesAsked": 0,
					"responsesGiven": 0, "responseRate": null } ]""");
	}

	@ParameterizedTest
	@CsvSource({ "2026-03-02, 2026-03-01", "2025-01-01, 2026-03-01", "0001-01-01, 9999-12-31" })
	void rejectsAnInvalidPeriod(String from, String to) {
		usage(from, to).errors().satisfy((errors) -> assertThat(errors).singleElement().satisfies((error) -> {
			assertThat(error.getMessage()).isEqualTo("Ask for 1 to 400 days, the first before the last.");
			assertThat(error.getErrorType()).isEqualTo(ErrorType.BAD_REQUEST);
			assertThat(error.getExtensions()).containsEntry("code", "INVALID_RANGE");
		}));
		then(this.usage).shouldHaveNoInteractions();
	}

	@Test
	void rejectsAMemberWhoIsNotAnOperator() {
		this.caller.isMember(ADA);

		usage("2026-03-01", "2026-03-02").errors()
			.satisfy((errors) -> assertThat(errors).singleElement()
				.satisfies((error) -> assertThat(error.getExtensions()).containsEntry("code", "NOT_PERMITTED")));
		then(this.usage).shouldHaveNoInteractions();
	}

}
