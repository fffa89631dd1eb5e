package com.howsmytrack.notification.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.MailRecipients.MailRecipient;
import com.howsmytrack.mail.Mail;
import com.howsmytrack.mail.MailContent;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailTemplate;

import org.springframework.util.StringUtils;

/// A kind of notice, with the mail that tells the same. Every bean of this type registers its kind. Notice and mail have
/// the same facts.
abstract class NoticeKind implements MailTemplate {

	private static final String TEMPLATE = "notice";

	private final MailKind kind;

	private final NoticeRecipients recipients;

	NoticeKind(MailKind kind, NoticeRecipients recipients) {
		this.kind = kind;
		this.recipients = recipients;
	}

	@Override
	public final MailKind kind() {
		return this.kind;
	}

	/// The value of the enum `NoticeKind` of the GraphQL schema.
	final String enumValue() {
		return this.kind.name().toUpperCase(Locale.ROOT).replace('-', '_');
	}

	/// The text of a notice with these facts.
	abstract NoticeText text(Facts facts);

	/// The facts as they are now. Empty if the notice is no longer true; its mail is then
	/// not sent.
	abstract Optional<Facts> current(Facts facts, AccountId member);

	@Override
	public final Optional<MailContent> write(Mail mail) {
		AccountId member = new AccountId(Objects.requireNonNull(mail.account()));
		return current(new Facts(mail.facts()), member)
			.flatMap((facts) -> this.recipients.of(this.kind, member).map((to) -> content(member, text(facts), to)));
	}

	private MailContent content(AccountId member, NoticeText text, MailRecipient recipient) {
		Map<String, Object> model = new HashMap<>();
		model.put("title", text.title());
		model.put("text", text.text());
		model.put("link", text.link());
		model.put("address", this.recipients.page(text.path()));
		model.put("note", Objects.requireNonNullElse(text.note(), ""));
		return recipient.content(member.value(), StringUtils.uncapitalize(text.title()), TEMPLATE, model);
	}

}
