package com.howsmytrack.feedback.group;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import com.howsmytrack.feedback.FeedbackGroupsFormed;
import com.howsmytrack.feedback.Genre;
import com.howsmytrack.feedback.GroupFormation;
import com.howsmytrack.feedback.GroupToForm;
import com.howsmytrack.jobs.JobPace;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a night in pieces of so many groups, each in the same four statements, because members who are awake share the
/// database with it.
@Component
class JdbcGroupFormation implements GroupFormation {

	/// At most 48 requests, 144 forms, and their letters.
	private static final int GROUPS_IN_A_PIECE = 12;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final JobPace pace;

	private final Clock clock;

	JdbcGroupFormation(JdbcClient jdbc, ApplicationEventPublisher events, JobPace pace, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.pace = pace;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public long form(List<GroupToForm> groups) {
		return this.pace.inPieces(groups, GROUPS_IN_A_PIECE, this::formAndAnnounce);
	}

	private long formAndAnnounce(List<GroupToForm> groups) {
		Long[] groupIds = nextGroupIds(groups.size());
		insertGroups(groupIds, groups);
		long forms = placeMembers(groupIds, groups);
		this.events.publishEvent(new FeedbackGroupsFormed(groupIds[0], groupIds[groupIds.length - 1]));
		return forms;
	}

	/// Ids come first, because names contain them.
	private Long[] nextGroupIds(int count) {
		return this.jdbc.sql("""
				SELECT nextval(pg_get_serial_sequence('feedback_group', 'id')) AS id
				FROM generate_series(1, :count) ORDER BY id""")
			.param("count", count)
			.query(Long.class)
			.list()
			.toArray(Long[]::new);
	}

	private void insertGroups(Long[] groupIds, List<GroupToForm> groups) {
		String[] names = new String[groupIds.length];
		for (int index = 0; index < names.length; index++) {
			names[index] = name(groupIds[index], groups.get(index));
		}
		this.jdbc.sql("""
				INSERT INTO feedback_group (id, name, created_at) OVERRIDING SYSTEM VALUE
				SELECT id, name, :now FROM unnest(:ids, :names) AS formed (id, name)""")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("ids", groupIds)
			.param("names", names)
			.update();
	}

	private static String name(long groupId, GroupToForm group) {
		String genres = group.genres().stream().map(Genre::displayName).sorted().collect(Collectors.joining("/"));
		return "Feedback Group #%d - %s".formatted(groupId, genres);
	}

	/// Makes a form for every member about every other member's track, too. Within a
	/// group
	/// their ids are dealt in random order: a row's number is drawn after the sort, and
	/// no
	/// order then tells who is who.
	/// @return how many forms
	private long placeMembers(Long[] groupIds, List<GroupToForm> groups) {
		int members = groups.stream().mapToInt((group) -> group.requests().size()).sum();
		Long[] requestIds = new Long[members];
		Long[] groupOfRequest = new Long[members];
		int next = 0;
		for (int index = 0; index < groupIds.length; index++) {
			for (Long request : groups.get(index).requests()) {
				requestIds[next] = request;
				groupOfRequest[next++] = groupIds[index];
			}
		}
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
			.param("requests", requestIds)
			.param("groups", groupOfRequest)
			.query((row, _) -> new Written(row.getLong("members"), row.getLong("forms")))
			.single();
		if (written.members() != members) {
			throw new IllegalStateException(
					"%d of %d planned requests are no longer pending".formatted(members - written.members(), members));
		}
		return written.forms();
	}

	private record Written(long members, long forms) {
	}

}
