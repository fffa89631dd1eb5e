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

	/// The port of SMTP over implicit TLS. Other ports use STARTTLS.
	private static final int SMTPS_PORT = 465;

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	/// Some servers scan a message before they answer. A shorter timeout would send such
	/// a message again although the server has accepted it.
	private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

	/// The number of answers in an SMTP session with one message: greeting, TLS, login,
	/// envelope, data.
	private static final int ANSWERS_PER_MESSAGE = 13;

	/// The longest time that it can take to send one message.
	static final Duration SEND_TIMEOUT = ANSWER_TIMEOUT.multipliedBy(ANSWERS_PER_MESSAGE).plus(CONNECT_TIMEOUT);

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

	/// Resolves the templates of the text parts, in which nothing is escaped.
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
	MailTransport smtpTransport(JavaMailSenderImpl server, MailSettings settings) {
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

	/// Without a mail server and without this bean, mails stay queued.
	@Bean
	@ConditionalOnMissingBean(MailTransport.class)
	@ConditionalOnBooleanProperty("howsmytrack.mail.to-files")
	MailTransport folderTransport(MailSettings settings) {
		return new FolderTransport(settings.folder());
	}

}
