package com.howsmytrack.account.registration;

import java.time.Duration;
import java.util.Optional;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.account.password.PasswordErrors;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.web.NetworkAddress;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/// Rate limits of registrations and address changes.
@WholeApplication
@TestPropertySource(properties = "howsmytrack.account.rate-limits.registration-by-network.times=20")
class RegistrationRateLimitTests {

	@Autowired
	private Registration registration;

	@Autowired
	private Api api;

	@Autowired
	private AdjustableClock clock;

	private Optional<UserError> registerWithDifferentPasswords(int number, String network) {
		return this.registration.register("member%d@example.com".formatted(number), "x", "y",
				new NetworkAddress(network));
	}

	@Test
	void allowsTwentyRegistrationsAnHourFromOneNetwork() {
		for (int number = 1; number <= 20; number++) {
			assertThat(registerWithDifferentPasswords(number, "203.0.113.7"))
				.as("a rejected registration does not count")
				.contains(PasswordErrors.PASSWORDS_DIFFER);
			assertThat(register(number, "203.0.113.7")).isEmpty();
		}

		assertThat(register(21, "203.0.113.7").orElseThrow().message())
			.isEqualTo("Too many attempts. Try again in 3 minutes.");
		assertThat(register(21, "203.0.113.8")).isEmpty();
		this.clock.advance(Duration.ofMinutes(3));
		assertThat(register(22, "203.0.113.7")).isEmpty();
	}

	@Test
	void allowsTwoHundredAttemptsAnHourFromOneNetwork() {
		for (int number = 1; number <= 200; number++) {
			assertThat(registerWithDifferentPasswords(number, "203.0.113.7")).contains(PasswordErrors.PASSWORDS_DIFFER);
		}

		assertThat(registerWithDifferentPasswords(201, "203.0.113.7").orElseThrow().code())
			.isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
	}

	@Test
	void limitsAllRegistrationsTogether() {
		for (int number = 1; number <= 120; number++) {
			assertThat(registerWithDifferentPasswords(number, "failing network " + number))
				.contains(PasswordErrors.PASSWORDS_DIFFER);
			assertThat(register(number, "network " + number)).isEmpty();
		}

		assertThat(register(121, "network 121").orElseThrow().code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(register(121, "network 121")).isEmpty();
	}

	private Optional<UserError> register(int number, String network) {
		return this.registration.register("member%d@example.com".formatted(number), Api.PASSWORD, Api.PASSWORD,
				new NetworkAddress(network));
	}

	@Test
	void allowsTenAddressChangesAnHour() {
		Browser ada = this.api.member("ada");
		for (int time = 1; time <= 10; time++) {
			AccountScenario.updateEmail(ada, "ada%d@example.com".formatted(time)).succeeded("updateEmail");
		}

		AccountScenario.updateEmail(ada, "ada@example.com")
			.hasUserError("updateEmail", "TOO_MANY_ATTEMPTS", "Too many attempts. Try again in 6 minutes.", null);
	}

}
