package com.howsmytrack.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/// Writes mails to files for development. Mail programs open these files. The file name contains the Message-ID, so a
/// mail that is sent again overwrites its file.
class FolderTransport implements MailTransport {

	private final Path folder;

	FolderTransport(Path folder) {
		this.folder = folder;
	}

	@Override
	public Connection open() {
		return new Connection() {
			@Override
			public void send(MimeMessage message) throws MessagingException {
				write(message);
			}

			@Override
			public void close() {
				// no resources to release
			}
		};
	}

	/// Moves the finished file into place, so that a program that watches the folder sees
	/// complete files only.
	private void write(MimeMessage message) throws MessagingException {
		try {
			Files.createDirectories(this.folder);
			Path unfinished = Files.createTempFile(this.folder, ".", ".part");
			try (OutputStream file = Files.newOutputStream(unfinished)) {
				message.writeTo(file);
			}
			Files.move(unfinished, this.folder.resolve(fileName(message)), StandardCopyOption.ATOMIC_MOVE,
					StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException failed) {
			throw new ServerUnavailableException("Cannot write to " + this.folder.toAbsolutePath(), failed);
		}
	}

	/// Sorts by time and is readable:
	/// `2026-03-01T12-00-00Z-reset-your-password-1b4e28ba.eml`.
	private static String fileName(MimeMessage message) throws MessagingException {
		String time = message.getSentDate().toInstant().toString().replace(':', '-');
		String subject = message.getSubject()
			.toLowerCase(Locale.ROOT)
			.replace("'", "")
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("-$", "");
		String id = message.getMessageID().substring(1, 9);
		return "%s-%s-%s.eml".formatted(time, subject, id);
	}

}
