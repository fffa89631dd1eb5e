package com.howsmytrack.notification.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobOutcome;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Four members, with the default rules of release. Time passes only by [#passUntil], which runs all jobs at their times and
/// delivers the mails.
@WholeApplication
@TestPropertySource(properties = { "howsmytrack.feedback.release-interval=1h", "howsmytrack.feedback.reply-wait=7d",
		"howsmytrack.account.verify-addresses=true" })
abstract class FourPeople {

	private static final Duration DAY = Duration.ofDays(1);

	private static final Duration HOUR = Duration.ofHours(1);

	/// The jobs and their times within a day or an hour.
	private static final List<Schedule> SCHEDULES = List.of(new Schedule("release-feedback", HOUR, "PT30S"),
			new Schedule("send-notices", HOUR, "PT2M"), new Schedule("calculate-user-ratings", DAY, "PT2H"),
			new Schedule("send-group-reminder-emails", DAY, "PT2H15M"), new Schedule("assign-groups", DAY, "PT2H30M"));

	@Autowired
	FeedbackScenario scenario;

	@Autowired
	Database database;

	@Autowired
	private AdjustableClock clock;

	@Autowired
	private JobRunner jobs;

	@Autowired
	private Mailbox mailbox;

	final List<ReceivedMail> received = new ArrayList<>();

	private final Map<String, Browser> members = new LinkedHashMap<>();

	/// What members were told, with the time of each.
	private final List<String> mails = new ArrayList<>();

	/// What [#news] has returned.
	private final Set<String> known = new HashSet<>();

	/// Called after each run of a job.
	Runnable afterEachRun = () -> {
	};

	Browser memberWhoAsksForMail(String name) {
		Browser member = this.scenario.verifiedMember(name);
		this.members.put(name, member);
		FeedbackScenario.requestWithMail(member, name, Genre.JAZZ);
		return member;
	}

	/// Moves the clock to a time in March, as in `04T09:10:00`.
	void passUntil(String time) {
		Instant until = Instant.parse("2026-03-%sZ".formatted(time));
		Instant now = this.clock.instant();
		SCHEDULES.stream()
			.flatMap((schedule) -> schedule.runs(now, until))
			.sorted(Comparator.comparing(Run::time))
			.forEach(this::run);
		moveTo(until);
	}

	private void run(Run run) {
		moveTo(run.time());
		assertSucceeded(run.job());
		deliver();
		this.afterEachRun.run();
	}

	private void moveTo(Instant time) {
		this.clock.advance(Duration.between(this.clock.instant(), time));
	}

	private void assertSucceeded(String job) {
		if (this.jobs.run(new JobName(job)).orElseThrow().outcome() != JobOutcome.SUCCEEDED) {
			throw new AssertionError(job + " failed");
		}
	}

	private void deliver() {
		Set<String> known = this.received.stream().map(FourPeople::id).collect(Collectors.toSet());
		this.mailbox.deliver().stream().filter((mail) -> !known.contains(id(mail))).forEach((mail) -> {
			this.received.add(mail);
			this.mails.add("%s %s, mail: %s".formatted(this.clock.instant().toString().substring(8, 16),
					mail.to().replace("@example.com", ""), mail.subject()));
		});
	}

	private static String id(ReceivedMail mail) {
		return mail.header("Message-ID");
	}

	/// All mails and notices of all members that came after the last call, in the order
	/// of
	/// time.
	List<String> news() {
		List<String> news = Stream
			.concat(this.mails.stream(),
					this.members.entrySet().stream().flatMap((member) -> noticesOf(member.getKey(), member.getValue())))
			.filter((each) -> !this.known.contains(each))
			.sorted()
			.toList();
		this.known.addAll(news);
		return news;
	}

	private static Stream<String> noticesOf(String name, Browser member) {
		signInAgain(member, name);
		return notices(member).stream()
			.map((notice) -> notice.substring(0, 8) + " " + name + ", notice: " + notice.substring(9));
	}

	/// Sessions end after three days.
	static void signInAgain(Browser member, String name) {
		if (!member.isSignedIn()) {
			member.signIn(name + "@example.com");
		}
	}

	/// The times and titles of the notices, the oldest first; those of one batch by
	/// title.
	static List<String> notices(Browser member) {
		List<Map<String, String>> notices = member.run("{ notices { title createdAt } }").hasNoErrors().at("notices");
		return Objects.requireNonNull(notices)
			.stream()
			.map((notice) -> "%s %s".formatted(notice.get("createdAt").substring(8, 16), notice.get("title")))
			.sorted()
			.toList();
	}

	static void reply(Browser member, int response, String text) {
		FeedbackScenario.reply(member, response, text, true).succeeded("addFeedbackResponseReply");
	}

	/// @param offset from the beginning of each period
	private record Schedule(String job, Duration period, Duration offset) {

		Schedule(String job, Duration period, String offset) {
			this(job, period, Duration.parse(offset));
		}

		/// The runs after one time, up to another.
		Stream<Run> runs(Instant after, Instant until) {
			long first = after.minus(this.offset).getEpochSecond() / this.period.toSeconds();
			int count = (int) (Duration.between(after, until).dividedBy(this.period) + 2);
			return IntStream.range(0, count)
				.mapToObj((index) -> Instant.EPOCH.plus(this.period.multipliedBy(first + index)).plus(this.offset))
				.filter((time) -> time.isAfter(after) && !time.isAfter(until))
				.map((time) -> new Run(this.job, time));
		}

	}

	private record Run(String job, Instant time) {
	}

}
