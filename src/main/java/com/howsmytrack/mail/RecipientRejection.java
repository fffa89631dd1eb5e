package com.howsmytrack.mail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The answer of a mail server that rejected the recipient of a mail (`RCPT TO`).
///
/// @param code the reply code of SMTP
/// @param text the answer, which can contain an enhanced status code (RFC 3463)
record RecipientRejection(int code, String text) {

	/// Errors of the dialogue or of the login, and a message that is too large.
	private static final Set<Integer> NOT_ABOUT_ADDRESS = Set.of(500, 501, 502, 503, 504, 530, 534, 535, 538, 552, 555);

	/// Codes that are mostly about the address, if the answer has no enhanced status
	/// code.
	private static final Set<Integer> MOSTLY_ABOUT_ADDRESS = Set.of(550, 551, 553, 556);

	/// Servers also use these codes without an enhanced one if they refuse the sender,
	/// for
	/// example while the sender is on a list of spam sources.
	private static final Pattern ABOUT_SENDER = Pattern.compile("listed|blacklist|block|spam|polic|reputation|denied",
			Pattern.CASE_INSENSITIVE);

	/// The subjects "other", "addressing", "mailbox" and "network and routing". The
	/// others are "mail system", "protocol", "content" and "security or policy".
	private static final Set<String> SUBJECTS_ABOUT_ADDRESS = Set.of("0", "1", "2", "4");

	/// A message that is too long for the mailbox, and a wrong address of the sender.
	private static final Set<String> STATUS_NOT_ABOUT_ADDRESS = Set.of("2.3", "1.7", "1.8");

	private static final Pattern ENHANCED_STATUS = Pattern.compile("\\b5\\.((\\d)\\.\\d{1,3})\\b");

	boolean isPermanent() {
		return this.code >= 500 && this.code < 600;
	}

	/// Whether the same answer is to be expected for every mail to the address. If the
	/// answer has an enhanced status code, that decides, because servers use the reply
	/// code 550 also for policies.
	boolean isAboutAddress() {
		if (!isPermanent() || NOT_ABOUT_ADDRESS.contains(this.code)) {
			return false;
		}
		Matcher status = ENHANCED_STATUS.matcher(this.text);
		if (!status.find()) {
			return MOSTLY_ABOUT_ADDRESS.contains(this.code) && !ABOUT_SENDER.matcher(this.text).find();
		}
		return SUBJECTS_ABOUT_ADDRESS.contains(status.group(2)) && !STATUS_NOT_ABOUT_ADDRESS.contains(status.group(1));
	}

}
