package com.howsmytrack.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import com.howsmytrack.ratelimit.Rate;
import com.howsmytrack.startup.InvalidSettingException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Which mail server the environment variables select, and the connection settings that follow from them.
class MailServerEnvironmentPostProcessorTests {

	private static final Rate RATE = new Rate(1, Duration.ofSeconds(1));

	private static Map<String, String> server(Map<String, String> variables) {
		MockEnvironment environment = new MockEnvironment();
		variables.forEach(environment::setProperty);
		new MailServerEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
		Map<String, String> server = new TreeMap<>();
		for (String name : List.of("host", "port", "username", "password")) {
			String value = environment.getProperty("spring.mail." + name);
			if (value != null) {
				server.put(name, value);
			}
		}
		return server;
	}

	private static MailSettings settings(String from, boolean requireTls) {
		return new MailSettings(from, false, Path.of("nowhere"), Duration.ofSeconds(1), 1, Duration.ofMinutes(2), RATE,
				List.of(Duration.ofSeconds(1)), Duration.ofDays(1), requireTls);
	}

	private static Properties properties(int port, String username, boolean requireTls) {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setPort(port);
		server.setUsername(username);
		assertThat(new MailConfiguration().smtpTransport(server, settings("a@example.com", requireTls))).isNotNull();
		return server.getJavaMailProperties();
	}

	@Test
	void usesTheSmtpVariables() {
		assertThat(server(Map.of("SMTP_HOST", "mail.example.com", "SMTP_PORT", "2525", "SMTP_USERNAME", "user",
				"SMTP_PASSWORD", "secret", "SENDGRID_API_KEY", "unused")))
			.isEqualTo(Map.of("host", "mail.example.com", "port", "2525", "username", "user", "password", "secret"));
		assertThat(server(Map.of("SMTP_HOST", "mail.example.com")))
			.isEqualTo(Map.of("host", "mail.example.com", "port", "587"));
	}

	@Test
	void usesSendGridIfOnlyItsKeyIsSet() {
		assertThat(server(Map.of("SENDGRID_API_KEY", "SG.x")))
			.isEqualTo(Map.of("host", "smtp.sendgrid.net", "port", "587", "username", "apikey", "password", "SG.x"));
	}

	@Test
	void setsNoServerIfNoVariableIsSet() {
		assertThat(server(Map.of())).isEmpty();
		assertThat(server(Map.of("SMTP_HOST", " ", "SENDGRID_API_KEY", ""))).isEmpty();
	}

	@Test
	void requiresTlsForALogin() {
		assertThat(properties(587, "user", true)).containsEntry("mail.smtp.starttls.enable", "true")
			.containsEntry("mail.smtp.starttls.required", "true")
			.containsEntry("mail.smtp.auth", "true");
		assertThat(properties(587, "user", false)).containsEntry("mail.smtp.starttls.enable", "true")
			.containsEntry("mail.smtp.starttls.required", "false");
		assertThat(properties(465, "user", true)).containsEntry("mail.smtp.ssl.enable", "true")
			.containsEntry("mail.smtp.ssl.checkserveridentity", "true")
			.doesNotContainKey("mail.smtp.starttls.enable");
	}

	@Test
	void requiresNoTlsWithoutALogin() {
		assertThat(properties(25, "", true)).containsEntry("mail.smtp.starttls.required", "false")
			.containsEntry("mail.smtp.auth", "false");
	}

	@Test
	void setsTimeouts() {
		assertThat(properties(587, "user", true)).containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout",
				"mail.smtp.writetimeout");
	}

	/// The mail server of the tests does not support TLS.
	@Test
	void sendsNoPasswordWithoutTls() throws MessagingException {
		JavaMailSenderImpl server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(Mailbox.port());
		server.setUsername("user");
		server.setPassword("secret");
		MailTransport transport = new MailConfiguration().smtpTransport(server, settings("a@example.com", true));
		MimeMessage message = new MimeMessage((Session) null);

		try (MailTransport.Connection connection = transport.open()) {
			assertThatExceptionOfType(MailTransport.ServerUnavailableException.class)
				.isThrownBy(() -> connection.send(message))
				.withMessageContaining("STARTTLS");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "how's my track? <noreply@howsmytrack.com>", "noreply@howsmytrack.com" })
	void acceptsASender(String from) {
		assertThat(new MailConfiguration().mailFrom(settings(from, true)).getAddress())
			.isEqualTo("noreply@howsmytrack.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "a@example.com, b@example.com", "a@example.com\r\nBcc: b@example.com" })
	void rejectsAnInvalidSender(String from) {
		assertThatExceptionOfType(InvalidSettingException.class)
			.isThrownBy(() -> new MailConfiguration().mailFrom(settings(from, true)))
			.withMessageContaining("MAIL_FROM");
	}

}
