package com.howsmytrack.mail;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/// A kind of mail. The module that sends such mails declares it as a constant, and registers it with the
/// [MailTemplate] that returns it.
///
/// @param name as in the outbox, in unsubscribe links and in the admin API: lower case, with hyphens
/// @param urgent whether the recipient is waiting for the mail; urgent mails are sent before all others
/// @param preference lets members switch mails of this kind off; null if they cannot
public record MailKind(String name, boolean urgent, @Nullable Preference preference) {

	/// The column `outgoing_mail.kind` holds 64 characters.
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

	public MailKind {
		Assert.isTrue(NAME.matcher(name).matches(), () -> "Not a name of a mail kind: " + name);
	}

	/// Mails of this kind are sent before those of other kinds, and cannot be switched
	/// off.
	public static MailKind urgent(String name) {
		return new MailKind(name, true, null);
	}

	/// Members can switch mails of this kind off.
	/// @param description as in the middle of a sentence: `mails about new groups`
	public static MailKind optional(String name, String description) {
		return new MailKind(name, false, new Preference(description));
	}

	/// The description of the preference.
	/// @throws IllegalStateException if mails of this kind cannot be switched off
	public String description() {
		Assert.state(this.preference != null, () -> "Members cannot switch off mails of the kind " + this.name);
		return this.preference.description();
	}

	public boolean isOptional() {
		return this.preference != null;
	}

	/// A setting of a member: whether to receive mails of a kind.
	///
	/// @param description names the mails, as in the middle of a sentence: `mails about
	/// new groups`. It is also part of a header of these mails
	public record Preference(String description) {

		/// ASCII without quotes and backslashes, which a header would have to encode.
		private static final Pattern DESCRIPTION = Pattern.compile("[ !#-\\[\\]-~]+");

		public Preference {
			Assert.isTrue(DESCRIPTION.matcher(description).matches(),
					() -> "Not a description of mails: " + description);
		}

	}

}
