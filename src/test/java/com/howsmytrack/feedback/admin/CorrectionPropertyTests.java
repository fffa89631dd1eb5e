package com.howsmytrack.feedback.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.feedback.group.ResponsePage;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Random sequences of corrections by an operator and of actions of members. Each seed always gives the same sequence. Many
/// operations end in a user error, which must change nothing. [GroupInvariants] hold after each step.
@WholeApplication
class CorrectionPropertyTests {

	private static final int MEMBERS = 12;

	private static final int STEPS = 50;

	/// Most moves are rejected.
	private static final int ATTEMPTS_TO_MOVE = 10;

	private static final List<Genre> GENRES = List.of(Genre.JAZZ, Genre.JAZZ, Genre.JAZZ, Genre.POP);

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	@Autowired
	private ResponsePage responses;

	private final Map<Long, Browser> members = new LinkedHashMap<>();

	private final Set<Long> removed = new HashSet<>();

	/// The number of successful operations of each kind.
	private final Map<String, Integer> successes = new HashMap<>();

	private AdminApi admin;

	private Random random;

	private int number;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void theRulesOfGroupsHoldAfterEachStep(long seed) {
		this.random = new Random(seed);
		this.admin = AdminApi.open(this.api, this.database);
		GroupInvariants invariants = new GroupInvariants(this.database);
		for (int member = 0; member < MEMBERS; member++) {
			Browser browser = this.api.member("m" + member);
			this.members.put(this.admin.account("m" + member), browser);
			create(browser);
		}
		this.scenario.assignGroups();
		for (int step = 0; step < STEPS; step++) {
			String operation = step();
			String after = "seed %d, step %d, %s".formatted(seed, step, operation);
			invariants.assertRowsAreConsistent(after);
			if (operation.startsWith("correction") || step == STEPS - 1) {
				invariants.assertMembersSeeTheirTexts(after, this.members, this.removed);
			}
		}
		new SingleResponses(this.responses, this.database).assertTheyAreThoseOfThePages("seed " + seed, this.members);
		assertThat(this.successes).containsKeys("moveRequest", "submitFeedbackResponse", "rateFeedbackResponse",
				"addFeedbackResponseReply");
	}

	private String step() {
		int choice = this.random.nextInt(100);
		if (choice < 40) {
			return submit();
		}
		if (choice < 50) {
			return rate();
		}
		if (choice < 60) {
			return reply();
		}
		if (choice < 65) {
			create(any(List.copyOf(this.members.values())));
			return "request";
		}
		if (choice < 70) {
			this.scenario.assignGroups();
			return "assignment run";
		}
		return (choice < 98) ? correct(choice) : deleteAccount();
	}

	private String correct(int choice) {
		if (choice < 88) {
			return move();
		}
		if (choice < 91) {
			return remove();
		}
		return (choice < 93) ? clear() : disable();
	}

	private void create(Browser member) {
		Map<String, Object> request = new HashMap<>(Map.of("genre", any(GENRES).name()));
		if (this.random.nextInt(5) > 0) {
			request.put("mediaUrl", FeedbackScenario.track("t" + this.number++));
		}
		count("createFeedbackRequest", FeedbackScenario.create(member, request));
	}

	/// Submits one form, or all forms of a member.
	private String submit() {
		if (this.random.nextBoolean()) {
			long account = any(List.copyOf(this.members.keySet()));
			this.database.list(Integer.class, """
					SELECT id FROM feedback_response WHERE responder_id = ? AND submitted_at IS NULL
					ORDER BY feedback_request_id""", account)
				.forEach((form) -> count("submitFeedbackResponse",
						FeedbackScenario.submit(this.members.get(account), form, text())));
			return "submission of all forms";
		}
		row("""
				SELECT id, responder_id FROM feedback_response WHERE submitted_at IS NULL
				ORDER BY feedback_request_id, responder_id""").ifPresent((form) -> member(form[1])
			.ifPresent((member) -> count("submitFeedbackResponse", FeedbackScenario.submit(member, form[0], text()))));
		return "submission";
	}

	private String rate() {
		row("""
				SELECT id, owner_id FROM feedback_response AS response
				WHERE submitted_at IS NOT NULL AND rating IS NULL AND owner_id IS NOT NULL
					AND NOT EXISTS (SELECT FROM feedback_response AS form
						WHERE form.responder_id = response.owner_id AND form.submitted_at IS NULL)
				ORDER BY feedback_request_id, responder_id""").ifPresent((response) -> member(response[1])
			.ifPresent((owner) -> count("rateFeedbackResponse", FeedbackScenario.rate(owner, response[0], 4))));
		return "rating";
	}

	private String reply() {
		row("""
				SELECT id, CASE WHEN rating IS NULL THEN responder_id ELSE owner_id END FROM feedback_response
				WHERE allow_replies AND responder_id IS NOT NULL ORDER BY feedback_request_id, responder_id""")
			.ifPresent((response) -> member(response[1]).ifPresent((writer) -> count("addFeedbackResponseReply",
					FeedbackScenario.reply(writer, response[0], text(), this.random.nextInt(4) > 0))));
		return "reply";
	}

	/// Moves a request into a group, or, less often, makes it pending.
	private String move() {
		String tried = "no move";
		for (int attempt = 0; attempt < ATTEMPTS_TO_MOVE; attempt++) {
			int request = any(this.database.list(Integer.class,
					"SELECT id FROM feedback_request WHERE account_id IS NOT NULL ORDER BY id"));
			String group = (this.random.nextInt(5) > 0) ? ", groupId: \"%d\""
				.formatted(any(this.database.list(Integer.class, "SELECT id FROM feedback_group ORDER BY id"))) : "";
			tried = "requestId: \"%d\"%s".formatted(request, group);
			boolean owes = owes(request);
			if (count("moveRequest", this.admin.mutate("moveRequest", tried))) {
				assertThat(owes).as("The moved member owes feedback: " + tried).isFalse();
				return "correction: move of " + tried;
			}
		}
		return "rejected move of " + tried;
	}

	/// Whether the owner has received feedback and has not submitted all forms in the
	/// group.
	private boolean owes(int request) {
		return this.database.single(Boolean.class, """
				SELECT EXISTS (SELECT FROM feedback_response AS received
						WHERE received.feedback_request_id = mine.id AND received.submitted_at IS NOT NULL)
					AND EXISTS (SELECT FROM feedback_request AS track
						JOIN feedback_response AS form ON form.feedback_request_id = track.id
						WHERE track.feedback_group_id = mine.feedback_group_id AND form.submitted_at IS NULL
							AND form.responder_id = mine.account_id)
				FROM feedback_request AS mine WHERE mine.id = ?""", request);
	}

	private String remove() {
		Optional<int[]> row = row(
				"SELECT id, account_id FROM feedback_request WHERE account_id IS NOT NULL ORDER BY id");
		row.ifPresent((request) -> {
			count("removeRequest", this.admin.mutate("removeRequest", "requestId: \"%d\"".formatted(request[0])));
			this.removed.add((long) request[1]);
		});
		return "correction: removal";
	}

	private String clear() {
		id("SELECT id FROM feedback_response ORDER BY feedback_request_id, responder_id").ifPresent(
				(id) -> count("clearResponse", this.admin.mutate("clearResponse", "responseId: \"%d\"".formatted(id))));
		return "correction: cleared response";
	}

	/// The member can sign in again afterwards.
	private String disable() {
		long account = any(List.copyOf(this.members.keySet()));
		String email = this.database.single(String.class, "SELECT email FROM account WHERE id = ?", account);
		count("disableAccount", this.admin.mutate("disableAccount", "email: \"%s\"".formatted(email)));
		count("enableAccount", this.admin.mutate("enableAccount", "email: \"%s\"".formatted(email)));
		this.members.put(account, this.api.visitor().signIn(email));
		return "correction: disabled and enabled account";
	}

	private String deleteAccount() {
		long account = any(List.copyOf(this.members.keySet()));
		Browser member = this.members.remove(account);
		count("deleteAccount", AccountScenario.deleteAccount(member, Api.PASSWORD));
		return "correction: deleted account";
	}

	private String text() {
		return "Text " + this.number++;
	}

	/// Returns whether the mutation succeeded.
	private boolean count(String mutation, Answer answer) {
		boolean succeeded = Boolean.TRUE.equals(answer.hasNoErrors().at(mutation + ".success"));
		if (succeeded) {
			this.successes.merge(mutation, 1, Integer::sum);
		}
		return succeeded;
	}

	private <T> T any(List<T> candidates) {
		return candidates.get(this.random.nextInt(candidates.size()));
	}

	private Optional<Integer> id(String sql) {
		List<Integer> ids = this.database.list(Integer.class, sql);
		return ids.isEmpty() ? Optional.empty() : Optional.of(any(ids));
	}

	/// A random row of two ids. The order of the rows must not depend on random ids.
	private Optional<int[]> row(String sql) {
		List<String> rows = new ArrayList<>(this.database.list(String.class,
				"SELECT concat_ws(',', id, account) FROM (%s) AS row (id, account)".formatted(sql)));
		return rows.isEmpty() ? Optional.empty() : Optional.of(numbers(any(rows)));
	}

	private static int[] numbers(String row) {
		String[] columns = row.split(",");
		return new int[] { Integer.parseInt(columns[0]), (columns.length > 1) ? Integer.parseInt(columns[1]) : 0 };
	}

	private Optional<Browser> member(int account) {
		return Optional.ofNullable(this.members.get((long) account));
	}

}
