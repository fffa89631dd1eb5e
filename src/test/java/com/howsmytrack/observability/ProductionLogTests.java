package com.howsmytrack.observability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;

/// The log with the format and the settings of application-prod.yaml, written in addition to the log of the tests.
@WholeApplication
class ProductionLogTests {

	private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

	@Autowired
	private Api api;

	@Autowired
	private Database database;

	@BeforeEach
	void writeAsInProduction() throws IOException {
		StandardEnvironment production = new StandardEnvironment();
		new YamlPropertySourceLoader()
			.load("production", new FileSystemResource("src/main/resources/application-prod.yaml"))
			.forEach(production.getPropertySources()::addLast);
		LoggerContext context = new LoggerContext();
		context.putObject(Environment.class.getName(), production);
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat(production.getRequiredProperty("logging.structured.format.console"));
		encoder.start();
		this.appender.setContext(ROOT.getLoggerContext());
		this.appender.setEncoder(encoder);
		this.appender.setOutputStream(this.written);
		this.appender.start();
		ROOT.addAppender(this.appender);
	}

	@AfterEach
	void stop() {
		ROOT.detachAppender(this.appender);
		this.appender.stop();
	}

	@Test
	void hasOneLineOfJsonForEachEventWithTheIdOfItsRequest() {
		Answer refused = this.api.visitor()
			.run("mutation { tokenAuth(username: \"ada@example.com\", password: \"x\") { payload } }");

		Map<String, Object> line = line("Sign-in rejected: wrong credentials");
		assertThat(line).containsEntry("level", "INFO")
			.containsEntry("operation", "tokenAuth")
			.containsEntry("requestId", requestId(refused))
			.containsKeys("@timestamp", "logger_name", "thread_name")
			.doesNotContainKeys("accountId", "stack_trace", "level_value");
	}

	@Test
	void containsTheAccountIdButNoAddressOfAFailedOperation() {
		Browser ada = this.api.member("ada");
		this.database.update("ALTER TABLE account RENAME TO account_hidden");
		Answer failed;
		try {
			failed = ada.run("{ userDetails { username } }");
		}
		finally {
			this.database.update("ALTER TABLE account_hidden RENAME TO account");
		}

		Map<String, Object> line = line("/userDetails failed");
		assertThat(line).containsEntry("level", "ERROR")
			.containsEntry("operation", "userDetails")
			.containsEntry("requestId", requestId(failed))
			.containsEntry("accountId", this.database.single(Long.class, "SELECT id FROM account").toString());
		assertThat(line.get("stack_trace").toString()).contains("relation \"account\" does not exist")
			.hasSizeLessThanOrEqualTo(6_100);
		assertThat(text()).doesNotContain("@example.com");
	}

	@Test
	void doesNotContainTextsOfMembersWhenAConstraintIsViolated() {
		Browser ada = this.api.member("ada");
		this.database.update("ALTER TABLE feedback_request ADD CONSTRAINT nothing CHECK (genre <> 'POP')");
		try {
			ada.run("""
					mutation { createFeedbackRequest(mediaUrl: "https://soundcloud.com/ada/secret-demo", genre: "POP",
						feedbackPrompt: "Nobody may hear of this") { success } }""");
		}
		finally {
			this.database.update("ALTER TABLE feedback_request DROP CONSTRAINT nothing");
		}

		assertThat(text()).contains("violates check constraint").doesNotContain("secret-demo", "Nobody may hear");
	}

	@Test
	void removesTheContextAfterARequest() {
		Browser ada = this.api.member("ada");
		ada.run("{ userDetails { username } }").hasNoErrors();
		LoggerFactory.getLogger(ProductionLogTests.class).info("Between requests");

		assertThat(line("Between requests")).doesNotContainKeys("operation", "requestId", "accountId");
	}

	@Test
	void masksAddressesOfAllSources() {
		LoggerFactory.getLogger(ProductionLogTests.class)
			.warn("Mail 7 is refused: 550 5.1.1 <ada@example.com>: nobody here",
					new IllegalStateException("Key (email)=(bo@example.org) already exists"));

		assertThat(line("Mail 7").get("message")).isEqualTo("Mail 7 is refused: 550 5.1.1 <***@***>: nobody here");
		assertThat(text()).contains("already exists").doesNotContain("ada@", "bo@", "example.");
	}

	@ParameterizedTest
	@CsvSource({ "nothing to hide, nothing to hide", "ada.b+c@mail.example.com, ***@***",
			"to <ada@example.com>, to <***@***>", "ada@example.com and bo@example.org, ***@*** and ***@***",
			"Object@1f2e3d at 5, Object@1f2e3d at 5", "java.base@25/java.lang.Thread, java.base@25/java.lang.Thread",
			"postgres://user@db.example.com:5432/db, postgres://***@***:5432/db", "@, @", "'', ''" })
	void masksNothingButAddresses(String text, String masked) {
		assertThat(AddressMask.without(text)).isEqualTo(masked);
	}

	private String text() {
		return this.written.toString(StandardCharsets.UTF_8);
	}

	private Map<String, Object> line(String message) {
		List<Map<String, Object>> lines = text().lines()
			.map((line) -> JsonMapper.shared().readValue(line, new TypeReference<Map<String, Object>>() {
			}))
			.filter((line) -> Objects.toString(line.get("message")).contains(message))
			.toList();
		assertThat(lines).as(text()).hasSize(1);
		return lines.getFirst();
	}

	private static String requestId(Answer answer) {
		return answer.response().headers().firstValue("X-Request-Id").orElseThrow();
	}

}
