package com.howsmytrack.observability;

import java.net.http.HttpResponse;

import com.howsmytrack.startup.InvalidSettingException;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.ManagementPort;
import com.howsmytrack.testing.WholeApplication;
import com.jayway.jsonpath.JsonPath;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WholeApplication
class ManagementPortTests {

	@Autowired
	private ManagementPort management;

	@Autowired
	private Api api;

	@Autowired
	private ObjectProvider<SdkTracerProvider> tracers;

	@Test
	void showsLiveness() {
		HttpResponse<String> liveness = this.management.get("/actuator/health/liveness");

		assertThat(liveness.statusCode()).isEqualTo(200);
		assertThat(liveness.body()).contains("livenessState").doesNotContain("db", "mail");
	}

	@Test
	void showsReadinessWithTheDatabaseAndTheMailBacklog() {
		HttpResponse<String> readiness = this.management.get("/actuator/health/readiness");

		assertThat(readiness.statusCode()).isEqualTo(200);
		assertThat(JsonPath.<String>read(readiness.body(), "$.status")).isEqualTo("UP");
		assertThat(JsonPath.<String>read(readiness.body(), "$.components.db.status")).isEqualTo("UP");
		assertThat(JsonPath.<Integer>read(readiness.body(), "$.components.mailBacklog.details.queued")).isNotNull();
	}

	@Test
	void showsTheJavaVersion() {
		assertThat(this.management.get("/actuator/info").body()).contains("\"java\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/threaddump",
			"/actuator/loggers", "/actuator/metrics", "/actuator/configprops", "/actuator/mappings",
			"/actuator/scheduledtasks", "/actuator/shutdown", "/graphql", "/graphiql", "/accounts/password_reset",
			"/" })
	void servesNothingElse(String path) {
		assertThat(this.management.get(path).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/prometheus",
			"/actuator/info", "/livez", "/readyz" })
	void isNotThePublicPort(String path) {
		assertThat(this.api.visitor().get(path).statusCode()).isEqualTo(404);
	}

	@Test
	void createsNoTracesByDefault() {
		assertThat(this.tracers.stream()).as("no endpoint is set").isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "8080, 8080", "9000, 9000", "'', 8080" })
	void mustNotEqualThePublicPort(String port, String managementPort) {
		MockEnvironment environment = new MockEnvironment().withProperty("management.server.port", managementPort);
		if (!port.isEmpty()) {
			environment.setProperty("server.port", port);
		}

		assertThatExceptionOfType(InvalidSettingException.class).isThrownBy(() -> check(environment))
			.withMessageContaining("MANAGEMENT_PORT");
	}

	@ParameterizedTest
	@CsvSource({ "8080, 8081", "8080, -1", "0, 0" })
	void canBeAnotherPortOrNone(String port, String managementPort) {
		MockEnvironment environment = new MockEnvironment().withProperty("server.port", port)
			.withProperty("management.server.port", managementPort);

		assertThatCode(() -> check(environment)).doesNotThrowAnyException();
	}

	private static void check(MockEnvironment environment) {
		new ManagementPortCheck().postProcessEnvironment(environment, new SpringApplication());
	}

}
