package com.howsmytrack.feedback.admin;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds for groups, responses and replies after every operation. Texts must be unique.
final class GroupInvariants {

	/// Each row is a violation.
	private static final String VIOLATIONS = """
			SELECT 'group ' || formed.id || ' has too many or too few tracks'
			FROM feedback_group AS formed
			LEFT JOIN feedback_request AS request ON request.feedback_group_id = formed.id
			GROUP BY formed.id
			HAVING count(media_type) > 4 OR (count(media_url) < 2 AND count(media_url) = count(media_type))
			UNION ALL
			SELECT 'request ' || request.id || ' does not have a genre of its group'
			FROM feedback_request AS request
			JOIN feedback_group AS formed ON formed.id = request.feedback_group_id
			WHERE request.media_url IS NOT NULL AND request.genre <> ALL (formed.genres)
			UNION ALL
			SELECT 'account ' || track.account_id || ' and ' || member.account_id || ' have ' || count(response.id)
				|| ' responses'
			FROM feedback_request AS track
			JOIN feedback_request AS member
				ON member.feedback_group_id = track.feedback_group_id AND member.account_id <> track.account_id
			LEFT JOIN feedback_response AS response
				ON response.feedback_request_id = track.id AND response.responder_id = member.account_id
			WHERE track.media_url IS NOT NULL
			GROUP BY track.account_id, member.account_id, track.id
			HAVING count(response.id) <> 1
			UNION ALL
			SELECT 'form ' || form.id || ' is about an own track, a trackless request or a track in another group'
			FROM feedback_response AS form
			JOIN feedback_request AS track ON track.id = form.feedback_request_id
			WHERE form.submitted_at IS NULL AND (form.responder_id = track.account_id OR track.media_url IS NULL
				OR NOT EXISTS (SELECT FROM feedback_request AS theirs
					WHERE theirs.feedback_group_id = track.feedback_group_id
						AND theirs.account_id = form.responder_id))
			UNION ALL
			SELECT 'account ' || account_id || ' has more than one pending request'
			FROM feedback_request WHERE feedback_group_id IS NULL GROUP BY account_id HAVING count(*) > 1
			UNION ALL
			SELECT 'track ' || media_url || ' is pending more than once'
			FROM feedback_request WHERE feedback_group_id IS NULL GROUP BY media_url HAVING count(media_url) > 1
			UNION ALL
			SELECT 'pending request ' || request.id || ' has responses'
			FROM feedback_request AS request
			JOIN feedback_response AS response ON response.feedback_request_id = request.id
			WHERE request.feedback_group_id IS NULL""";

	private final Database database;

	GroupInvariants(Database database) {
		this.database = database;
	}

	void assertRowsAreConsistent(String after) {
		assertThat(this.database.list(String.class, VIOLATIONS)).as(after).isEmpty();
	}

	/// @param members the browsers of all members who can sign in, by account id
	/// @param removed the accounts whose request an operator has removed. They find texts
	/// of the removed request in the data export only.
	void assertMembersSeeTheirTexts(String after, Map<Long, Browser> members, Set<Long> removed) {
		List<Text> texts = texts();
		members.forEach((account, member) -> {
			Seen seen = Seen.by(member);
			List<String> visible = removed.contains(account) ? seen.exported() : seen.onPages();
			assertThat(visible).as("written by %d, %s".formatted(account, after))
				.containsAll(matching(texts, (text) -> account.equals(text.writer())));
			assertThat(visible).as("received by %d, %s".formatted(account, after))
				.containsAll(matching(texts, (text) -> account.equals(text.reader()) && !text.readerOwesForms()));
			assertThat(seen.exported()).as("exported by %d, %s".formatted(account, after)).containsAll(visible);
			List<String> locked = matching(texts, (text) -> account.equals(text.reader()) && text.readerOwesForms());
			assertThat(seen.exported()).as("not yet readable for %d, %s".formatted(account, after))
				.noneMatch(locked::contains);
			assertThat(seen.notifications()).as("notifications of %d, %s".formatted(account, after))
				.isEqualTo(seen.openForms() + seen.unreadReplies() + hiddenUnreadReplies(account));
		});
	}

	private static List<String> matching(List<Text> texts, Predicate<Text> condition) {
		return texts.stream().filter(condition).map(Text::feedback).toList();
	}

	private List<Text> texts() {
		return this.database.list(Text.class, """
				SELECT response.feedback, response.responder_id AS writer,
					coalesce(track.account_id, track.former_owner_id) AS reader,
					EXISTS (SELECT FROM feedback_request AS other
						JOIN feedback_response AS form ON form.feedback_request_id = other.id
						WHERE other.feedback_group_id = track.feedback_group_id AND form.submitted_at IS NULL
							AND form.responder_id = coalesce(track.account_id, track.former_owner_id))
						AS reader_owes_forms
				FROM feedback_response AS response
				JOIN feedback_request AS track ON track.id = response.feedback_request_id
				WHERE response.submitted_at IS NOT NULL AND response.feedback <> ?""", ResponseCorrections.CLEARED);
	}

	/// Unread replies below responses that the owner of the track may not read yet.
	private int hiddenUnreadReplies(long account) {
		return this.database.single(Integer.class, """
				SELECT count(*) FROM feedback_reply AS reply
				JOIN feedback_response AS response ON response.id = reply.feedback_response_id
				JOIN feedback_request AS track ON track.id = response.feedback_request_id
				WHERE reply.reader_id = ? AND reply.read_at IS NULL AND track.account_id = reply.reader_id
					AND EXISTS (SELECT FROM feedback_request AS other
						JOIN feedback_response AS form ON form.feedback_request_id = other.id
						WHERE other.feedback_group_id = track.feedback_group_id
							AND form.responder_id = track.account_id AND form.submitted_at IS NULL)""", account);
	}

	/// A submitted response that was not cleared.
	///
	/// @param writer null after the writer deleted the account
	/// @param reader the owner of the track; null after the owner left without having
	/// submitted all forms
	private record Text(String feedback, @Nullable Long writer, @Nullable Long reader, boolean readerOwesForms) {
	}

	/// All that a member sees, on pages and in the data export.
	private record Seen(String body) {

		static Seen by(Browser member) {
			return new Seen(member.run("""
					{ exportMyData userDetails { notifications } feedbackGroups {
						feedbackResponses { feedback submitted unreadReplies }
						userFeedbackResponses { feedback unreadReplies } } }""").hasNoErrors().response().body());
		}

		List<String> onPages() {
			return texts("$.data.feedbackGroups[*].feedbackResponses[*].feedback",
					"$.data.feedbackGroups[*].userFeedbackResponses[*].feedback");
		}

		List<String> exported() {
			return texts("$.data.exportMyData.feedback.feedbackWritten[*].feedback",
					"$.data.exportMyData.feedback.feedbackReceived[*].feedback");
		}

		int notifications() {
			return JsonPath.read(this.body, "$.data.userDetails.notifications");
		}

		int openForms() {
			return read("$.data.feedbackGroups[*].feedbackResponses[?(@.submitted == false)].submitted").size();
		}

		int unreadReplies() {
			return this.<Integer>read("$.data.feedbackGroups[*].*[*].unreadReplies")
				.stream()
				.mapToInt(Integer::intValue)
				.sum();
		}

		private List<String> texts(String written, String received) {
			return Stream.of(written, received)
				.flatMap((path) -> this.<String>read(path).stream())
				.filter(Objects::nonNull)
				.toList();
		}

		private <T> List<T> read(String path) {
			return JsonPath.read(this.body, path);
		}

	}

}
