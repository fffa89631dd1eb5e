package com.howsmytrack.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.howsmytrack.jobs.JobName;
import com.howsmytrack.jobs.JobRunner;
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
import org.springframework.transaction.support.TransactionOperations;

/// Loads the demo into an empty database in one transaction and then runs the job that calculates the ratings. A database with
/// an account stays unchanged. It is the first runner, so that other runners find accounts.
@Component
@ConditionalOnDemo
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoData implements ApplicationRunner {

	/// The password of all members of the demo.
	static final String PASSWORD = "demo feedback please";

	/// The accounts for trying the service: Ada has something to do at each step, Ximena
	/// waits for a response of Ada, Rosa is new and has no group yet, and the operator
	/// can run jobs.
	static final List<String> ADDRESSES = List.of(DemoMember.addressOf("ada"), DemoMember.addressOf("ximena"),
			DemoMember.addressOf("rosa"), DemoMember.addressOf("operator"));

	private static final JobName RATING_CALCULATION = new JobName("calculate-user-ratings");

	private static final Logger log = LoggerFactory.getLogger(DemoData.class);

	/// A number that no other advisory lock has.
	private static final long LOCK = 20_260_301L;

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	private final PasswordEncoder passwords;

	private final Clock clock;

	private final TransactionOperations transactions;

	private final JobRunner jobs;

	DemoData(JdbcClient jdbc, NamedParameterJdbcTemplate batches, PasswordEncoder passwords, Clock clock,
			TransactionOperations transactions, JobRunner jobs) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.passwords = passwords;
		this.clock = clock;
		this.transactions = transactions;
		this.jobs = jobs;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.transactions.execute((_) -> loadIfEmpty())) {
			this.jobs.run(RATING_CALCULATION);
		}
	}

	private boolean loadIfEmpty() {
		waitForOtherInstances();
		if (hasAccounts()) {
			return false;
		}
		load(DemoStory.read());
		return true;
	}

	/// Waits for the end of the transaction of an instance that loads the demo.
	private void waitForOtherInstances() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
	}

	private boolean hasAccounts() {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM account)").query(Boolean.class).single();
	}

	private void load(DemoStory story) {
		Instant now = this.clock.instant();
		DemoRows rows = new DemoRows(this.batches, now);
		rows.insertAccounts(story.members(), this.passwords.encode(PASSWORD));
		story.groups().forEach(rows::insertGroup);
		rows.insertPending(story.pending());
		DemoReleases releases = new DemoReleases(this.batches, now);
		releases.insertReleases(story.releases());
		releases.insertInterests(story.interests());
		releases.insertReferences(story.requests());
		DemoOperation operation = new DemoOperation(this.batches, now);
		operation.insertJobRuns(story);
		operation.insertMails();
		operation.insertAuditLog();
		DemoNotices notices = new DemoNotices(this.batches, now);
		notices.insertAboutFeedback();
		notices.insertAboutReplies();
		List<DemoForm> forms = story.groups().stream().flatMap((group) -> group.forms().stream()).toList();
		log.info(
				"Loaded the demo: {} accounts, {} groups, {} responses, {} open forms, {} pending requests, {} releases",
				story.members().size(), story.groups().size(), forms.stream().filter(DemoForm::isSubmitted).count(),
				forms.stream().filter((form) -> !form.isSubmitted()).count(), story.pending().size(),
				story.releases().size());
	}

}
