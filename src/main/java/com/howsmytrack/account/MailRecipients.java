package com.howsmytrack.account;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;

/// Finds the recipients of mails, when mails are queued and again when each is sent, because the address and the
/// preferences may have changed.
public interface MailRecipients {

	/// Empty if the account is deleted or disabled, does not want this kind of mail, or
	/// has an address that is not verified or that mail servers refuse.
	Optional<MailRecipient> of(MailKind kind, long account);

	/// The same accounts, for a statement that queues many mails.
	RecipientTable tableOf(MailKind kind);

	/// The accounts that receive a kind of mail.
	///
	/// @param sql the common table expression `recipient (account_id, email)`. PostgreSQL
	/// plans a join with it like a join with the tables behind it, if the statement uses
	/// it once
	/// @param parameters of the expression; their names begin with `recipient_`
	record RecipientTable(String sql, Map<String, Object> parameters) {

		/// The expression, followed by others that use it.
		public String followedBy(String expressions) {
			return this.sql + ", " + expressions;
		}

		public Map<String, Object> parametersAnd(Map<String, ?> others) {
			Map<String, Object> all = new HashMap<>(this.parameters);
			all.putAll(others);
			return all;
		}

	}

	/// The recipient of a mail.
	///
	/// @param address the current address of the account
	/// @param unsubscribe the link that switches this kind of mail off
	record MailRecipient(String address, URI unsubscribe) {

		/// A mail to the recipient, with the link that switches this kind of mail off.
		/// @param account the account that the mail is about
		/// @param template see [MailContent#template]
		public MailContent content(long account, String subject, String template, Map<String, Object> model) {
			return new MailContent(account, this.address, subject, template, model, this.unsubscribe);
		}

	}

}
