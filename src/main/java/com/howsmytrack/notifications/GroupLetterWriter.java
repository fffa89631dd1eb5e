package com.howsmytrack.notifications;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.Addressees;
import com.howsmytrack.account.Addressees.Addressee;
import com.howsmytrack.account.UnsubscribableLetter;
import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.LetterWriter;
import com.howsmytrack.mail.WrittenLetter;
import com.howsmytrack.web.PublicAddresses;

/// Writes to a member about one of their groups. The facts of such a letter are `groupId`, `groupName` and
/// `trackless`. It goes to whom wants it when it leaves, at the address of that moment.
public class GroupLetterWriter implements LetterWriter {

	private final UnsubscribableLetter kind;

	private final String subject;

	private final PublicAddresses addresses;

	private final Addressees addressees;

	public GroupLetterWriter(UnsubscribableLetter kind, String subject, PublicAddresses addresses,
			Addressees addressees) {
		this.kind = kind;
		this.subject = subject;
		this.addresses = addresses;
		this.addressees = addressees;
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
		return this.addressees.of(this.kind, Objects.requireNonNull(letter.account()))
			.map((addressee) -> write(letter, addressee));
	}

	private WrittenLetter write(Letter letter, Addressee addressee) {
		Map<String, Object> model = Map.of("groupName", fact(letter, "groupName"), "groupLink",
				this.addresses.website("/group/" + groupOf(letter)), "trackless", fact(letter, "trackless"));
		return new WrittenLetter(letter.account(), addressee.address(), this.subject, kind(), model,
				addressee.unsubscribe());
	}

	/// The id of the group that such a letter is about.
	public static long groupOf(Letter letter) {
		return ((Number) fact(letter, "groupId")).longValue();
	}

	private static Object fact(Letter letter, String name) {
		return Objects.requireNonNull(letter.facts().get(name), name);
	}

}
