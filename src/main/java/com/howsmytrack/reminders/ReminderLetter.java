package com.howsmytrack.reminders;

import java.util.Objects;
import java.util.Optional;

import com.howsmytrack.account.Addressees;
import com.howsmytrack.account.UnsubscribableLetter;
import com.howsmytrack.mail.Letter;
import com.howsmytrack.mail.LetterWriter;
import com.howsmytrack.mail.WrittenLetter;
import com.howsmytrack.notifications.GroupLetterWriter;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reminds a member of a group, if they still owe it feedback when the letter leaves. One who does not want to be
/// reminded now was not: should they change their mind, the next night finds them.
@Component
class ReminderLetter implements LetterWriter {

	private final GroupLetterWriter words;

	private final JdbcClient jdbc;

	ReminderLetter(PublicAddresses addresses, Addressees addressees, JdbcClient jdbc) {
		this.words = new GroupLetterWriter(UnsubscribableLetter.REMINDER, "don't forget your feedback group!",
				addresses, addressees);
		this.jdbc = jdbc;
	}

	@Override
	public String kind() {
		return this.words.kind();
	}

	@Override
	public boolean isUrgent() {
		return this.words.isUrgent();
	}

	@Override
	public Optional<WrittenLetter> write(Letter letter) {
		if (!stillOwes(letter)) {
			return Optional.empty();
		}
		Optional<WrittenLetter> written = this.words.write(letter);
		if (written.isEmpty()) {
			forgetThatItWasPosted(letter);
		}
		return written;
	}

	private boolean stillOwes(Letter letter) {
		return about(letter, """
				SELECT EXISTS (
					SELECT FROM feedback_response AS form
					JOIN feedback_request AS track ON track.id = form.feedback_request_id
					WHERE track.feedback_group_id = :group AND form.responder_id = :member
						AND form.submitted_at IS NULL)""").query(Boolean.class).single();
	}

	private void forgetThatItWasPosted(Letter letter) {
		about(letter, """
				UPDATE feedback_request SET reminder_settled_at = NULL
				WHERE feedback_group_id = :group AND account_id = :member""").update();
	}

	private JdbcClient.StatementSpec about(Letter letter, String statement) {
		return this.jdbc.sql(statement)
			.param("group", GroupLetterWriter.groupOf(letter))
			.param("member", Objects.requireNonNull(letter.account()));
	}

}
