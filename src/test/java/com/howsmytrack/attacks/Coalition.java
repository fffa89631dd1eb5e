package com.howsmytrack.attacks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.howsmytrack.attacks.GroupNotes.OwnersReply;
import com.howsmytrack.attacks.GroupNotes.Sight;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Browser;
import com.jayway.jsonpath.JsonPath;

/// Members who collude: they share all pages, exports and error messages that they get, and note them.
final class Coalition {

	/// As many root fields as a document can have.
	private static final int GUESSES = 20;

	private final Map<String, Browser> members = new LinkedHashMap<>();

	private final Map<Integer, GroupNotes> notes = new TreeMap<>();

	private final Clock clock;

	private final Map<String, MeanInference> means = new HashMap<>();

	private final int ratingsPerChange;

	private int guessed;

	Coalition(Clock clock, int ratingsPerChange) {
		this.clock = clock;
		this.ratingsPerChange = ratingsPerChange;
	}

	void add(String name, Browser member) {
		this.members.put(name, member);
	}

	Set<String> names() {
		return this.members.keySet();
	}

	Browser member(String name) {
		return this.members.get(name);
	}

	Map<Integer, GroupNotes> notes() {
		return this.notes;
	}

	/// How many ids of responses or forms of other members were found by guessing, before
	/// the page showed them.
	int guessed() {
		return this.guessed;
	}

	/// Reads the page of a group and the replies, and guesses ids, as each member who is
	/// in the group.
	void observe(int group) {
		Instant now = this.clock.instant();
		GroupNotes notes = this.notes.computeIfAbsent(group, (_) -> new GroupNotes(now));
		Map<String, Answer> pages = new LinkedHashMap<>();
		this.members.forEach((name, member) -> {
			Answer page = page(member, group);
			if (page.at("feedbackGroup") != null) {
				pages.put(name, page);
				readOthers(notes, page, now);
			}
		});
		notes.missedOthers(now);
		pages.forEach((name, page) -> {
			noteSight(notes, this.members.get(name), page, now);
			noteReplies(notes, this.members.get(name), page, now);
		});
	}

	private static Answer page(Browser member, int group) {
		return member.run("""
				query($id: Int!) { feedbackGroup(feedbackGroupId: $id) {
					feedbackRequest { id } userFeedbackResponseCount
					feedbackResponses { id submitted replies feedbackRequest { id mediaUrl } }
					userFeedbackResponses { id feedback }
				} }""", Map.of("id", group)).hasNoErrors();
	}

	private static void readOthers(GroupNotes notes, Answer page, Instant now) {
		List<Map<String, Object>> own = JsonPath.read(page.response().body(), "$.data.feedbackGroup.feedbackResponses");
		for (Map<String, Object> response : own) {
			Map<?, ?> request = (Map<?, ?>) response.get("feedbackRequest");
			long id = ((Number) request.get("id")).longValue();
			notes.sawOwnResponse((Integer) response.get("id"), id, now);
			if (request.get("mediaUrl") != null) {
				notes.sawOther(id, now);
			}
		}
	}

	private void noteSight(GroupNotes notes, Browser member, Answer page, Instant now) {
		int count = page.number("feedbackGroup.userFeedbackResponseCount");
		List<Integer> shown = (page.at("feedbackGroup.userFeedbackResponses") != null)
				? page.at("feedbackGroup.userFeedbackResponses[*].id") : null;
		Map<Integer, String> answers = guess(notes, member);
		Set<Integer> found = new HashSet<>(answers.keySet());
		if (shown != null) {
			found.removeAll(shown);
		}
		found.removeAll(notes.ownResponses().keySet());
		this.guessed += found.size();
		notes.saw(page.number("feedbackGroup.feedbackRequest.id"),
				new Sight(now, count, (shown != null) ? Set.copyOf(shown) : null, answers));
	}

	/// Tries to rate the ids next to the known ones. The rating is invalid, so that
	/// nothing changes.
	/// @return the error codes, without those for unknown ids
	private static Map<Integer, String> guess(GroupNotes notes, Browser member) {
		if (!notes.idsAreDense()) {
			return Map.of();
		}
		Map<Integer, String> answers = new HashMap<>();
		guess(member, notes.lastFormedId() - notes.forms() + 1, notes.firstFormedId() + notes.forms(), answers);
		notes.newcomers().keySet().forEach((id) -> guess(member, id - notes.forms(), id + notes.forms(), answers));
		return answers;
	}

	private static void guess(Browser member, int from, int to, Map<Integer, String> answers) {
		for (int first = Math.max(from, 1); first < to; first += GUESSES) {
			StringBuilder document = new StringBuilder("mutation {");
			for (int id = first; id < Math.min(first + GUESSES, to); id++) {
				document.append(" a%d: rateFeedbackResponse(feedbackResponseId: %d, rating: 9) { userErrors { code } }"
					.formatted(id, id));
			}
			Answer answer = member.run(document + " }").hasNoErrors();
			for (int id = first; id < Math.min(first + GUESSES, to); id++) {
				String code = answer.at("a%d.userErrors[0].code".formatted(id));
				if (code != null && !code.equals("UNKNOWN_RESPONSE")) {
					answers.put(id, code);
				}
			}
		}
	}

	/// The members of the coalition write no replies, so each reply below a response of
	/// theirs is by the owner of the track.
	private static void noteReplies(GroupNotes notes, Browser member, Answer page, Instant now) {
		List<Map<String, Object>> own = JsonPath.read(page.response().body(), "$.data.feedbackGroup.feedbackResponses");
		for (Map<String, Object> response : own) {
			long owner = ((Number) ((Map<?, ?>) response.get("feedbackRequest")).get("id")).longValue();
			if ((Integer) response.get("replies") > 0 && !notes.hasReplyOf(owner)) {
				String shown = FeedbackScenario.conversation(member, (Integer) response.get("id"))
					.at("replies.replies[0].timeCreated");
				notes.sawReply(new OwnersReply(owner, now, OffsetDateTime.parse(shown).toInstant()));
			}
		}
	}

	/// Reads the own ratings after the nightly calculation.
	void readMeans() {
		this.members.forEach((name, member) -> {
			Double mean = member.run("{ userDetails { rating } }").hasNoErrors().at("userDetails.rating");
			int written = (int) this.notes.values()
				.stream()
				.flatMap((group) -> group.ownResponses().values().stream())
				.count();
			this.means.computeIfAbsent(name, (_) -> new MeanInference(this.ratingsPerChange)).next(mean, written);
		});
	}

	/// The number of single ratings that the members can compute from their means.
	int singleRatings() {
		return this.means.values().stream().mapToInt(MeanInference::found).sum();
	}

	/// Reads the times of received responses in the export, if it shows any.
	void readExports() {
		this.members.values().forEach((member) -> {
			Map<String, Integer> ids = new HashMap<>();
			List<Map<String, Object>> shown = JsonPath.read(FeedbackScenario.groups(member).response().body(),
					"$.data.feedbackGroups[*].userFeedbackResponses[*]");
			shown.forEach((response) -> ids.put((String) response.get("feedback"), (Integer) response.get("id")));
			List<Map<String, Object>> exported = member.run("{ exportMyData }")
				.hasNoErrors()
				.at("exportMyData.feedback.feedbackReceived[*]");
			exported.forEach((response) -> {
				Integer id = ids.get((String) response.get("feedback"));
				if (id != null && response.get("submittedAt") != null) {
					Instant time = OffsetDateTime.parse((String) response.get("submittedAt")).toInstant();
					this.notes.values().forEach((group) -> group.sawTime(id, time));
				}
			});
		});
	}

}
