package com.howsmytrack.feedback.group;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

import com.howsmytrack.feedback.GroupFormation;
import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.feedback.RequestsGrouped;
import com.howsmytrack.jobs.JobThrottle;
import com.howsmytrack.track.Genre;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a night in pieces, each in the same two statements, and rests between them,
/// because members who are awake share the database with it.
@Component
class JdbcGroupFormation implements GroupFormation {

	/// Names and ids.
	private static final int GROUPS_ALONE_IN_A_PIECE = 500;

	/// At most 48 requests, 144 forms, and their letters.
	private static final int GROUPS_IN_A_PIECE = 12;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final JobThrottle throttle;

	private final Clock clock;

	JdbcGroupFormation(JdbcClient jdbc, ApplicationEventPublisher events, JobThrottle throttle, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.throttle = throttle;
		this.clock = clock;
	}

	/// All groups come before their members: a session plans once how it looks a foreign
	/// key up, by the size that the table has then. By the size of the first piece it
	/// would read all groups from end to end, for each member.
	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public long form(List<GroupToForm> groups) {
		JobThrottle.Work work = this.throttle.begin();
		List<NumberedGroup> numbered = number(groups);
		for (List<NumberedGroup> piece : numbered.stream()
			.gather(Gatherers.windowFixed(GROUPS_ALONE_IN_A_PIECE))
			.toList()) {
			work.pause();
			insertGroups(piece);
		}
		long forms = 0;
		for (List<NumberedGroup> piece : numbered.stream().gather(Gatherers.windowFixed(GROUPS_IN_A_PIECE)).toList()) {
			work.pause();
			List<Long> requests = requestsOf(piece);
			forms += placeMembers(requests, piece);
			work.pause();
			this.events.publishEvent(new RequestsGrouped(requests));
		}
		return forms;
	}

	/// Ids come first, because names contain them.
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
				INSERT INTO feedback_group (id, name, created_at) OVERRIDING SYSTEM VALUE
				SELECT id, name, :now FROM unnest(:ids, :names) AS formed (id, name)""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("ids", groups.stream().map(NumberedGroup::id).toArray(Long[]::new))
			.param("names", groups.stream().map(NumberedGroup::name).toArray(String[]::new))
			.update();
	}

	private static List<Long> requestsOf(List<NumberedGroup> groups) {
		return groups.stream().flatMap((group) -> group.plan().requests().stream()).toList();
	}

	/// Makes a form for every member about every other member's track, too. Within a
	/// group their ids are dealt in random order: a row's number is drawn after the
	/// sort, and no order then tells who is who.
	/// @param requests those of the groups, in their order
	/// @return how many forms
	private long placeMembers(List<Long> requests, List<NumberedGroup> groups) {
		Long[] groupOfEach = groups.stream()
			.flatMap((group) -> Collections.nCopies(group.plan().requests().size(), group.id()).stream())
			.toArray(Long[]::new);
		Written written = this.jdbc.sql("""
				WITH placed AS (
					UPDATE feedback_request AS request SET feedback_group_id = place.group_id
					FROM unnest(:requests, :groups) AS place (request_id, group_id)
					WHERE request.id = place.request_id AND request.feedback_group_id IS NULL
					RETURNING request.id, request.account_id, request.media_url, request.feedback_group_id
				), form AS (
					INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
					SELECT track.id, track.account_id, member.account_id
					FROM placed AS track
					JOIN placed AS member
						ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
					WHERE track.media_url IS NOT NULL
					ORDER BY track.feedback_group_id, random()
					RETURNING id
				)
				SELECT (SELECT count(*) FROM placed) AS members, (SELECT count(*) FROM form) AS forms""")
			.param("requests", requests.toArray(Long[]::new))
			.param("groups", groupOfEach)
			.query((row, _) -> new Written(row.getLong("members"), row.getLong("forms")))
			.single();
		if (written.members() != requests.size()) {
			throw new IllegalStateException("%d of %d planned requests are no longer pending"
				.formatted(requests.size() - written.members(), requests.size()));
		}
		return written.forms();
	}

	private record NumberedGroup(long id, GroupToForm plan) {

		String name() {
			String genres = this.plan.genres()
				.stream()
				.map(Genre::displayName)
				.sorted()
				.collect(Collectors.joining("/"));
			return "Feedback Group #%d - %s".formatted(this.id, genres);
		}

	}

	private record Written(long members, long forms) {
	}

}
