package com.howsmytrack.attacks;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;

/// Members use the service for some days, with one assignment run per day: they submit, rate, reply, leave, and an operator
/// moves requests. All choices depend on a fixed seed only. After each event, the colluding members observe the group in
/// which it happened; an event in another group does not change what they see.
final class SimulatedMonth {

	/// The colluding members and some others choose this genre, so that the former are
	/// often in one group.
	private static final String RARE_GENRE = "JAZZ";

	private static final List<String> GENRES = List.of("POP", "ELECTRONIC", "HIPHOP");

	private static final int OTHERS_IN_RARE_GENRE = 14;

	private final Api api;

	private final AdminApi operator;

	private final Database database;

	private final AdjustableClock clock;

	private final JobRunner jobs;

	private final Coalition coalition;

	private final Random random = new Random(19);

	private final PriorityQueue<Event> events = new PriorityQueue<>(
			Comparator.comparing(Event::at).thenComparing(Event::number));

	private final Map<Long, Member> members = new HashMap<>();

	private final Map<Integer, Form> forms = new HashMap<>();

	private int names;

	private int moves;

	private int deletions;

	private int replies;

	private int observations;

	SimulatedMonth(Api api, Database database, AdjustableClock clock, JobRunner jobs, Coalition coalition) {
		this.api = api;
		this.operator = AdminApi.open(api, database);
		this.database = database;
		this.clock = clock;
		this.jobs = jobs;
		this.coalition = coalition;
	}

	/// Two members of the coalition submit their forms at once, the third one at the end
	/// of the day.
	void run(int people, int days) {
		Instant day = this.clock.instant().truncatedTo(ChronoUnit.DAYS);
		for (int number = 0; number < people; number++) {
			register(number < 3 + OTHERS_IN_RARE_GENRE, number < 3);
		}
		for (int number = 0; number < days; number++) {
			day = day.plus(Duration.ofDays(1));
			plan(day, number);
			perform(day.plus(Duration.ofHours(25)));
		}
	}

	private void register(boolean rareGenre, boolean colludes) {
		// The number of registrations per minute is limited.
		this.clock.advance(Duration.ofSeconds(1));
		String name = "m" + this.names++;
		Browser browser = this.api.member(name);
		long account = this.operator.account(name);
		this.members.put(account,
				new Member(name, browser, rareGenre ? RARE_GENRE : GENRES.get(this.random.nextInt(GENRES.size()))));
		if (colludes) {
			this.coalition.add(name, browser);
		}
	}

	private void plan(Instant day, int number) {
		at(day.plus(Duration.ofHours(1)), this::createRequests);
		at(day.plus(Duration.ofHours(2)), () -> {
			this.jobs.run(new JobName("calculate-user-ratings"));
			this.coalition.readMeans();
		});
		at(day.plus(Duration.ofMinutes(150)), () -> {
			this.jobs.run(new JobName("assign-groups"));
			readForms();
			groupsOfCoalition().forEach(this::observe);
			if (number % 2 == 1) {
				at(this.clock.instant().plus(Duration.ofMinutes(5)), this::moveARequest);
			}
			at(this.clock.instant().plus(Duration.ofMinutes(10)), this::planMembers);
		});
		for (int hour = 1; hour <= 24; hour++) {
			at(day.plus(Duration.ofHours(hour)).plus(Duration.ofSeconds(1)), this::release);
		}
		at(day.plus(Duration.ofMinutes(24 * 60 + 30)), this.coalition::readExports);
	}

	private void at(Instant time, Runnable action) {
		this.events.add(new Event(time, this.events.size() + this.forms.size() * 1_000L, action));
	}

	private void perform(Instant end) {
		while (!this.events.isEmpty() && !this.events.element().at().isAfter(end)) {
			Event event = this.events.remove();
			if (event.at().isAfter(this.clock.instant())) {
				this.clock.advance(Duration.between(this.clock.instant(), event.at()));
			}
			event.action().run();
		}
	}

	private void createRequests() {
		this.members.values()
			.forEach((member) -> FeedbackScenario.create(member.browser(),
					Map.of("mediaUrl", FeedbackScenario.track(member.name()), "genre", member.genre())));
	}

	private void release() {
		this.jobs.run(new JobName("release-feedback"));
		groupsOfCoalition().forEach(this::observe);
	}

	/// Remembers the writer of each new form.
	private List<Form> readForms() {
		List<Form> found = new ArrayList<>();
		this.database.list(String.class, """
				SELECT concat_ws(' ', form.id, form.responder_id, form.owner_id, track.feedback_group_id, theirs.id)
				FROM feedback_response AS form
				JOIN feedback_request AS track ON track.id = form.feedback_request_id
				JOIN feedback_request AS theirs ON theirs.feedback_group_id = track.feedback_group_id
					AND theirs.account_id = form.responder_id
				WHERE form.submitted_at IS NULL AND track.feedback_group_id >= ?
				ORDER BY track.id, theirs.id""", firstGroup()).forEach((row) -> {
			String[] columns = row.split(" ");
			Form form = new Form(Integer.parseInt(columns[0]), Long.parseLong(columns[1]), Long.parseLong(columns[2]),
					Integer.parseInt(columns[3]), Long.parseLong(columns[4]));
			this.forms.put(form.id(), form);
			found.add(form);
		});
		return found;
	}

	/// The first group of the latest assignment run.
	private long firstGroup() {
		return this.database.single(Long.class,
				"SELECT coalesce(min(id), 0) FROM feedback_group WHERE created_at = (SELECT max(created_at) FROM feedback_group)");
	}

	private List<Integer> groupsOfCoalition() {
		return this.database.list(Integer.class, """
				SELECT DISTINCT feedback_group_id FROM feedback_request
				JOIN account ON account.id = account_id
				WHERE email = ANY (string_to_array(?, ' ')) AND feedback_group_id >= ? ORDER BY feedback_group_id""",
				String.join("@example.com ", this.coalition.names()) + "@example.com", firstGroup());
	}

	/// Moves a request from a group of four without colluding members to a group of three
	/// with one, before anything is written.
	private void moveARequest() {
		List<Integer> own = groupsOfCoalition();
		List<Long> requests = this.database.list(Long.class,
				"""
						SELECT id FROM feedback_request WHERE genre = ? AND feedback_group_id >= ? AND feedback_group_id <> ALL (
							string_to_array(?, ' ')::bigint[]) AND 4 = (SELECT count(*) FROM feedback_request AS other
								WHERE other.feedback_group_id = feedback_request.feedback_group_id) ORDER BY id""",
				RARE_GENRE, firstGroup(), String.join(" ", own.stream().map(String::valueOf).toList()));
		List<Integer> groups = own.stream()
			.filter((group) -> this.database.count("feedback_request WHERE feedback_group_id = " + group) == 3)
			.toList();
		if (!requests.isEmpty() && !groups.isEmpty()) {
			int group = groups.getFirst();
			if (Boolean.TRUE.equals(this.operator
				.mutate("moveRequest", "requestId: \"%d\", groupId: \"%d\"".formatted(requests.getFirst(), group))
				.at("moveRequest.success"))) {
				this.moves++;
			}
			observe(group);
		}
	}

	private void planMembers() {
		Map<Long, List<Form>> byWriter = new TreeMap<>();
		readForms().forEach((form) -> byWriter.computeIfAbsent(form.writer(), (_) -> new ArrayList<>()).add(form));
		Instant now = this.clock.instant();
		List<String> colluding = List.copyOf(this.coalition.names());
		byWriter.forEach((account, owed) -> {
			Member member = this.members.get(account);
			int colludes = colluding.indexOf(member.name());
			if (colludes >= 0) {
				Instant time = now.plus(Duration.ofHours((colludes < 2) ? 0 : 20));
				owed.forEach((form) -> at(time, () -> submit(member, form)));
				at(time, () -> observe(owed.getFirst().group()));
			}
			else {
				planMember(account, member, owed, now.plusMillis(this.random.nextInt(57_600_000)));
			}
		});
		planDeletion(now);
	}

	private void planMember(long account, Member member, List<Form> owed, Instant start) {
		boolean atOnce = this.random.nextBoolean();
		boolean forgetsOne = this.random.nextInt(8) == 0;
		Instant time = start;
		for (Form form : forgetsOne ? owed.subList(1, owed.size()) : owed) {
			at(time, () -> submit(member, form));
			time = atOnce ? time : time.plusMillis(60_000 + this.random.nextInt(5_000_000));
		}
		at(time.plusMillis(this.random.nextInt(7_200_000)), () -> rateAndReply(account, member));
		at(time.plusMillis(7_200_000), () -> rateAndReply(account, member));
	}

	private void planDeletion(Instant now) {
		List<Integer> groups = groupsOfCoalition();
		List<Form> inGroupsOfCoalition = this.forms.values()
			.stream()
			.filter((form) -> groups.contains(form.group()))
			.filter((form) -> this.members.containsKey(form.writer())
					&& !this.coalition.names().contains(this.members.get(form.writer()).name()))
			.sorted(Comparator.comparing(Form::writersRequest).thenComparing(Form::writer))
			.toList();
		if (inGroupsOfCoalition.isEmpty()) {
			return;
		}
		Form leaving = inGroupsOfCoalition.get(this.random.nextInt(inGroupsOfCoalition.size()));
		at(now.plusMillis(this.random.nextInt(57_600_000)), () -> {
			Member member = this.members.remove(leaving.writer());
			AccountScenario.deleteAccount(member.browser(), Api.PASSWORD).succeeded("deleteAccount");
			this.deletions++;
			observe(leaving.group());
			register(member.genre().equals(RARE_GENRE), false);
		});
	}

	private void submit(Member member, Form form) {
		if (this.members.containsValue(member)) {
			FeedbackScenario.submit(member.browser(), form.id(), "Text " + this.random.nextLong());
			observe(form.group());
		}
	}

	private void rateAndReply(long account, Member member) {
		if (!this.members.containsKey(account) || owesForms(account)) {
			return;
		}
		List<Integer> received = this.database.list(Integer.class, """
				SELECT response.id FROM feedback_response AS response
				JOIN feedback_request AS track ON track.id = response.feedback_request_id
				WHERE response.owner_id = ? AND response.submitted_at IS NOT NULL AND response.rating IS NULL
					AND track.feedback_group_id >= ? ORDER BY response.submitted_at, response.feedback, response.id""",
				account, firstGroup());
		for (int response : received) {
			int stars = 1 + this.random.nextInt(5);
			boolean replies = this.random.nextBoolean();
			if (Boolean.TRUE
				.equals(FeedbackScenario.rate(member.browser(), response, stars).at("rateFeedbackResponse.success"))
					&& replies) {
				FeedbackScenario.reply(member.browser(), response, "Thank you.", true);
				this.replies++;
			}
			observe(this.forms.get(response).group());
		}
	}

	/// The client shows received responses only after all own forms are submitted.
	private boolean owesForms(long account) {
		return this.database.single(Boolean.class, """
				SELECT EXISTS (SELECT FROM feedback_response AS form
					JOIN feedback_request AS track ON track.id = form.feedback_request_id
					WHERE form.responder_id = ? AND form.submitted_at IS NULL AND track.feedback_group_id >= ?)""",
				account, firstGroup());
	}

	private void observe(int group) {
		if (groupsOfCoalition().contains(group)) {
			this.coalition.observe(group);
			this.observations++;
		}
	}

	/// The request of the writer of a response, in the group of the response.
	long writersRequest(int response) {
		return this.forms.get(response).writersRequest();
	}

	String describe() {
		return "%d forms, %d replies of owners, %d moved requests, %d deleted accounts, %d observations"
			.formatted(this.forms.size(), this.replies, this.moves, this.deletions, this.observations);
	}

	private record Event(Instant at, long number, Runnable action) {
	}

	private record Member(String name, Browser browser, String genre) {
	}

	private record Form(int id, long writer, long owner, int group, long writersRequest) {
	}

}
