package com.howsmytrack.notifications;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.UnsubscribableLetter;
import com.howsmytrack.account.UnsubscribeLinks;
import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.LetterWriter;
import com.howsmytrack.mail.WrittenLetter;
import com.howsmytrack.web.PublicAddresses;

/// Writes to a member about one of their groups. The facts of such a letter are `groupId`, `groupName`,
/// `trackless` and the `unsubscribeKey` of the account.
public class GroupLetterWriter implements LetterWriter {

	private final UnsubscribableLetter kind;

	private final String subject;

	private final PublicAddresses addresses;

	private final UnsubscribeLinks unsubscribeLinks;

	public GroupLetterWriter(UnsubscribableLetter kind, String subject, PublicAddresses addresses,
			UnsubscribeLinks unsubscribeLinks) {
		this.kind = kind;
		this.subject = subject;
		this.addresses = addresses;
		this.unsubscribeLinks = unsubscribeLinks;
	}

	@Override
	public String kind() {
		return this.kind.kind();
	}

	@Override
	public boolean isUrgent() {
		return false;
	}

	@Override
	public Optional<WrittenLetter> write(Letter letter) {
		URI unsubscribe = this.unsubscribeLinks.of(this.kind, fact(letter, "unsubscribeKey").toString());
		Map<String, Object> model = Map.of("groupName", fact(letter, "groupName"), "groupLink",
				this.addresses.website("/group/" + fact(letter, "groupId")), "trackless", fact(letter, "trackless"));
		return Optional
			.of(new WrittenLetter(letter.account(), letter.recipient(), this.subject, kind(), model, unsubscribe));
	}

	private static Object fact(Letter letter, String name) {
		return Objects.requireNonNull(letter.facts().get(name), name);
	}

}
