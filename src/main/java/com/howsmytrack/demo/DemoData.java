package com.howsmytrack.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills an empty database with the demo before the application says that it is ready, all of it or nothing.
/// A database with a single account is somebody's, and stays as it is. First of all runners, so that the others find people.
@Component
@ConditionalOnDemo
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

	/// Everybody's. The demo is for databases that hold nothing else.
	static final String PASSWORD = "demo feedback please";

	/// Whom to try the service as: Ada has something to do at every step of the loop,
	/// Ximena waits for what Ada still owes, and the operator runs the night.
	static final List<String> ADDRESSES = List.of(DemoMember.addressOf("ada"), DemoMember.addressOf("ximena"),
			DemoMember.addressOf("operator"));

	private static final Logger log = LoggerFactory.getLogger(DemoData.class);

	/// Any number will do that no other advisory lock of ours has.
	private static final long LOCK = 20_260_301L;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final PasswordEncoder passwords;

	private final Clock clock;

	DemoData(JdbcClient jdbc, NamedParameterJdbcTemplate batches, PasswordEncoder passwords, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.passwords = passwords;
		this.clock = clock;
	}

	@Override
	@Transactional
	public void run(ApplicationArguments arguments) {
		waitForOtherInstances();
		if (hasAccounts()) {
			return;
		}
		load(DemoStory.read());
	}

	/// Until the end of their transaction. Whoever comes second finds accounts.
	private void waitForOtherInstances() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
	}

	private boolean hasAccounts() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM account)").query(Boolean.class).single();
	}

	private void load(DemoStory story) {
		Instant now = this.clock.instant();
		Map<String, Double> ratings = DemoRatings.of(story.groups(), now);
		DemoRows rows = new DemoRows(this.batches, now);
		rows.insertAccounts(story.members(), this.passwords.encode(PASSWORD));
		story.groups().forEach(rows::insertGroup);
		rows.insertPending(story.pending());
		rows.insertRatings(ratings);
		List<DemoForm> forms = story.groups().stream().flatMap((group) -> group.forms().stream()).toList();
		log.info(
				"Loaded the demo: {} accounts, {} of them rated, {} groups, {} responses, {} forms to fill, {} pending requests",
				story.members().size(), ratings.size(), story.groups().size(),
				forms.stream().filter(DemoForm::isSubmitted).count(),
				forms.stream().filter((form) -> !form.isSubmitted()).count(), story.pending().size());
	}

}
