package com.howsmytrack.feedback.group;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

import com.howsmytrack.feedback.GroupFormation;
import com.howsmytrack.feedback.GroupName;
import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.GroupsFormed;
import com.howsmytrack.jobs.JobThrottle;
import com.howsmytrack.track.Genre;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes the groups of an assignment run in batches and pauses between them, because members use the database at the
/// same time.
@Component
class JdbcGroupFormation implements GroupFormation {

	/// Rows with an id and a name only.
	private static final int GROUPS_PER_INSERT = 500;

	/// At most 48 requests with 144 forms and 48 mails.
	private static final int GROUPS_PER_BATCH = 12;

	private final JdbcClient jdbc;

	private final MissingForms missingForms;

	private final ApplicationEventPublisher events;

	private final JobThrottle throttle;

	private final Clock clock;

	JdbcGroupFormation(JdbcClient jdbc, MissingForms missingForms, ApplicationEventPublisher events,
			JobThrottle throttle, Clock clock) {
		this.jdbc = jdbc;
		this.missingForms = missingForms;
		this.events = events;
		this.throttle = throttle;
		this.clock = clock;
	}

	/// All groups are inserted before the first member is assigned. PostgreSQL plans the
	/// foreign key check once per session, for the size that `feedback_group` has then.
	/// With few groups in it, the plan would be a sequential scan, and each later check
	/// would read the whole table.
	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public long form(List<GroupToForm> groups) {
		JobThrottle.Work work = this.throttle.begin();
		List<NumberedGroup> numbered = number(groups);
		for (List<NumberedGroup> batch : numbered.stream().gather(Gatherers.windowFixed(GROUPS_PER_INSERT)).toList()) {
			work.pause();
			insertGroups(batch);
		}
		long forms = 0;
		for (List<NumberedGroup> batch : numbered.stream().gather(Gatherers.windowFixed(GROUPS_PER_BATCH)).toList()) {
			work.pause();
			List<Long> requests = requestsOf(batch);
			forms += assignMembers(requests, batch);
			work.pause();
			this.events.publishEvent(new GroupsFormed(batch.stream().map(NumberedGroup::id).toList(), requests));
		}
		return forms;
	}

	/// The ids are needed before the groups are inserted, because the names contain them.
	private List<NumberedGroup> number(List<GroupToForm> groups) {
		List<Long> ids = this.jdbc.sql("""
				SELECT nextval(pg_get_serial_sequence('feedback_group', 'id')) AS id
				FROM generate_series(1, :count) ORDER BY id""")
			.param("count", groups.size())
			.query((row, _) -> row.getLong(1))
			.list();
		return IntStream.range(0, groups.size())
			.mapToObj((index) -> new NumberedGroup(ids.get(index), groups.get(index)))
			.toList();
	}

	private void insertGroups(List<NumberedGroup> groups) {
		this.jdbc.sql("""
				INSERT INTO feedback_group (id, name, created_at, genres) OVERRIDING SYSTEM VALUE
				SELECT id, name, :now, string_to_array(genres, ',')
				FROM unnest(:ids, :names, :genres) AS formed (id, name, genres)""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("ids", groups.stream().map(NumberedGroup::id).toArray(Long[]::new))
			.param("names", groups.stream().map(NumberedGroup::name).toArray(String[]::new))
			.param("genres", groups.stream().map(NumberedGroup::genres).toArray(String[]::new))
			.update();
	}

	private static List<Long> requestsOf(List<NumberedGroup> groups) {
		return groups.stream().flatMap((group) -> group.plan().requests().stream()).toList();
	}

	/// Assigns the requests to the groups and inserts a form for each member about each
	/// other member's track. A form whose random id exists already is skipped and
	/// inserted by a second statement.
	/// @param requests the requests of the groups, in the order of the groups
	/// @return the number of forms
	private long assignMembers(List<Long> requests, List<NumberedGroup> groups) {
		Long[] groupOfEach = groups.stream()
			.flatMap((group) -> Collections.nCopies(group.plan().requests().size(), group.id()).stream())
			.toArray(Long[]::new);
		Counts counts = this.jdbc.sql("""
				WITH placed AS (
					UPDATE feedback_request AS request SET feedback_group_id = place.group_id
					FROM unnest(:requests, :groups) AS place (request_id, group_id)
					WHERE request.id = place.request_id AND request.feedback_group_id IS NULL
					RETURNING request.id, request.account_id, request.media_url, request.feedback_group_id
				), form AS (
					SELECT track.id, track.account_id AS owner_id, member.account_id AS responder_id
					FROM placed AS track
					JOIN placed AS member
						ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
					WHERE track.media_url IS NOT NULL
				), inserted AS (
					INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
					SELECT id, owner_id, responder_id FROM form
					ON CONFLICT (id) DO NOTHING
					RETURNING id
				)
				SELECT (SELECT count(*) FROM placed) AS members, (SELECT count(*) FROM form) AS forms,
					(SELECT count(*) FROM inserted) AS inserted""")
			.param("requests", requests.toArray(Long[]::new))
			.param("groups", groupOfEach)
			.query((row, _) -> new Counts(row.getLong("members"), row.getLong("forms"), row.getLong("inserted")))
			.single();
		if (counts.members() != requests.size()) {
			throw new IllegalStateException("%d of %d planned requests are no longer pending"
				.formatted(requests.size() - counts.members(), requests.size()));
		}
		if (counts.inserted() < counts.forms()) {
			this.missingForms.createFor(requests);
		}
		return counts.forms();
	}

	private record NumberedGroup(long id, GroupToForm plan) {

		String name() {
			return GroupName.of(this.id, this.plan.genres());
		}

		/// Separated by commas, because `unnest` would also flatten arrays of arrays.
		String genres() {
			return this.plan.genres().stream().map(Genre::name).collect(Collectors.joining(","));
		}

	}

	private record Counts(long members, long forms, long inserted) {
	}

}
