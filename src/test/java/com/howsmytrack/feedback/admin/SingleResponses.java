package com.howsmytrack.feedback.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.group.ResponsePage;
import com.howsmytrack.feedback.group.ResponseView;
import com.howsmytrack.graphql.SelectedFields;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/// Compares the responses that a member can read one by one with those on the pages of the member's groups.
final class SingleResponses {

	private static final SelectedFields ALL_FIELDS = mock(SelectedFields.class, (_) -> true);

	private static final String FIELDS = "{ id feedback submitted rating replies unreadReplies feedbackRequest { mediaUrl } }";

	private final ResponsePage page;

	private final Database database;

	SingleResponses(ResponsePage page, Database database) {
		this.page = page;
		this.database = database;
	}

	/// @param members the browsers of the members, by account id
	void assertTheyAreThoseOfThePages(String after, Map<Long, Browser> members) {
		List<Long> ids = this.database.list(Long.class, "SELECT id FROM feedback_response");
		members.forEach((account, member) -> {
			List<Response> single = new ArrayList<>();
			for (long id : ids) {
				this.page.of(new AccountId(account), id, ALL_FIELDS).map(Response::of).ifPresent(single::add);
			}
			assertThat(single).as("responses of %d, %s".formatted(account, after))
				.containsExactlyInAnyOrderElementsOf(onPages(member));
		});
	}

	private static List<Response> onPages(Browser member) {
		String body = member
			.run("{ feedbackGroups { feedbackResponses %1$s userFeedbackResponses %1$s } }".formatted(FIELDS))
			.hasNoErrors()
			.response()
			.body();
		List<Map<String, Object>> responses = JsonPath.read(body, "$.data.feedbackGroups[*].*[*]");
		return responses.stream().map(Response::of).toList();
	}

	private record Response(long id, @Nullable Object feedback, Object submitted, @Nullable Object rating,
			Object replies, Object unreadReplies, @Nullable Object mediaUrl) {

		static Response of(ResponseView view) {
			return new Response(view.id(), view.feedback(), view.submitted(), view.rating(), view.replies(),
					view.unreadReplies(), view.feedbackRequest().mediaUrl());
		}

		static Response of(Map<String, Object> json) {
			return new Response(((Number) json.get("id")).longValue(), json.get("feedback"), json.get("submitted"),
					json.get("rating"), json.get("replies"), json.get("unreadReplies"),
					((Map<?, ?>) json.get("feedbackRequest")).get("mediaUrl"));
		}

	}

}
