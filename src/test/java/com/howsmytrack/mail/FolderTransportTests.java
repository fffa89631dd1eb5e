package com.howsmytrack.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Mails of development are files that a mail program can open.
@SpringJUnitConfig(classes = { MailConfiguration.class, MessageComposer.class },
		initializers = ConfigDataApplicationContextInitializer.class)
@ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
class FolderTransportTests {

	private static final UUID ID = UUID.fromString("1b4e28ba-2fa1-11d2-883f-0016d3cca427");

	@Autowired
	private MessageComposer composer;

	@TempDir
	private Path directory;

	private MimeMessage mail() throws MessagingException {
		OutgoingMail mail = new OutgoingMail(1, ID,
				new Mail(MailKind.optional("reminder", "reminders"), null, "ada@example.com", Map.of()),
				Instant.parse("2026-03-01T12:00:00Z"), 0, false);
		return this.composer.compose(mail,
				new MailContent(null, "ada@example.com", "don't forget your feedback group!", "new-group",
						Map.of("groupName", "Group", "groupLink", "https://x.example/group/1", "trackless", false),
						null));
	}

	private List<Path> files(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.toList();
		}
	}

	@Test
	void writesAFileThatAMailProgramCanRead() throws IOException, MessagingException {
		Path folder = this.directory.resolve("sent");
		try (MailTransport.Connection connection = new FolderTransport(folder).open()) {
			connection.send(mail());
		}

		assertThat(files(folder)).extracting((file) -> file.getFileName().toString())
			.containsExactly("2026-03-01T12-00-00Z-dont-forget-your-feedback-group-1b4e28ba.eml");
		try (InputStream file = Files.newInputStream(files(folder).getFirst())) {
			MimeMessage read = new MimeMessage((Session) null, file);
			assertThat(read.getSubject()).isEqualTo("don't forget your feedback group!");
			assertThat(read.getMessageID()).isEqualTo("<1b4e28ba-2fa1-11d2-883f-0016d3cca427@howsmytrack.com>");
			assertThat(((MimeMultipart) read.getContent()).getContentType()).startsWith("multipart/alternative");
		}
	}

	/// So that developers can search the files for a link.
	@Test
	void writesLinesWithoutTransferEncoding() throws IOException, MessagingException {
		try (MailTransport.Connection connection = new FolderTransport(this.directory).open()) {
			connection.send(mail());
		}

		assertThat(Files.readString(files(this.directory).getFirst())).contains("Group: https://x.example/group/1\r\n")
			.doesNotContain("quoted-printable", "base64");
	}

	@Test
	void overwritesTheFileOfAMailThatIsSentTwice() throws IOException, MessagingException {
		try (MailTransport.Connection connection = new FolderTransport(this.directory).open()) {
			connection.send(mail());
			connection.send(mail());
		}

		assertThat(files(this.directory)).hasSize(1);
	}

	@Test
	void failsIfTheFolderCannotBeCreated() throws IOException, MessagingException {
		Path file = Files.createFile(this.directory.resolve("a file"));
		MimeMessage mail = mail();
		try (MailTransport.Connection connection = new FolderTransport(file).open()) {
			assertThatExceptionOfType(MailTransport.ServerUnavailableException.class)
				.isThrownBy(() -> connection.send(mail));
		}
	}

}
