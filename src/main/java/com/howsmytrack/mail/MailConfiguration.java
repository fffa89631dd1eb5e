package com.howsmytrack.mail;

import java.time.Duration;
import java.util.Properties;

import com.howsmytrack.startup.InvalidSettingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

	/// TLS from the first byte, as opposed to STARTTLS.
	private static final int SMTPS_PORT = 465;

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	/// A server that looks into a letter before it takes it may need a while; to go
	/// before it answers would be to send the letter again.
	private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

	/// From the greeting over TLS and login to the end of the letter.
	private static final int ANSWERS_PER_LETTER = 13;

	/// However slowly the server answers, a conversation about one letter is over after
	/// this.
	static final Duration SLOWEST_CONVERSATION = ANSWER_TIMEOUT.multipliedBy(ANSWERS_PER_LETTER).plus(CONNECT_TIMEOUT);

	@Bean
	InternetAddress mailFrom(MailSettings settings) {
		try {
			InternetAddress from = new InternetAddress(settings.from(), true);
			from.validate();
			return from;
		}
		catch (AddressException malformed) {
			throw new InvalidSettingException(
					"MAIL_FROM is not an address like \"how's my track? <noreply@howsmytrack.com>\"");
		}
	}

	/// The text parts: nothing in them is HTML, and nothing is escaped.
	@Bean
	ClassLoaderTemplateResolver textTemplates() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.getResolvablePatternSpec().addPattern("*.txt");
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setOrder(1);
		return resolver;
	}

	@Bean
	@ConditionalOnProperty("spring.mail.host")
	MailTransport smtpCarrier(JavaMailSenderImpl server, MailSettings settings) {
		Properties properties = server.getJavaMailProperties();
		properties.putIfAbsent("mail.smtp.connectiontimeout", millis(CONNECT_TIMEOUT));
		properties.putIfAbsent("mail.smtp.timeout", millis(ANSWER_TIMEOUT));
		properties.putIfAbsent("mail.smtp.writetimeout", millis(ANSWER_TIMEOUT));
		properties.putIfAbsent("mail.smtp.ssl.checkserveridentity", "true");
		boolean login = StringUtils.hasText(server.getUsername());
		properties.putIfAbsent("mail.smtp.auth", Boolean.toString(login));
		if (server.getPort() == SMTPS_PORT) {
			properties.putIfAbsent("mail.smtp.ssl.enable", "true");
		}
		else {
			properties.putIfAbsent("mail.smtp.starttls.enable", "true");
			properties.putIfAbsent("mail.smtp.starttls.required", Boolean.toString(login && settings.requireTls()));
		}
		return new SmtpTransport(server);
	}

	private static String millis(Duration time) {
		return Long.toString(time.toMillis());
	}

	/// Where there is neither this nor the other, letters stay queued until there is.
	@Bean
	@ConditionalOnMissingBean(MailTransport.class)
	@ConditionalOnBooleanProperty("howsmytrack.mail.to-files")
	MailTransport folderCarrier(MailSettings settings) {
		return new FolderTransport(settings.folder());
	}

}
