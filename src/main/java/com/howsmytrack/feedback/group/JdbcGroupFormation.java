package com.howsmytrack.feedback.group;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import com.howsmytrack.feedback.FeedbackGroupsFormed;
import com.howsmytrack.feedback.Genre;
import com.howsmytrack.feedback.GroupFormation;
import com.howsmytrack.feedback.GroupToForm;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a whole night in four statements, however large it is: ids, groups, members, forms.
@Component
class JdbcGroupFormation implements GroupFormation {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	JdbcGroupFormation(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public long form(List<GroupToForm> groups) {
		if (groups.isEmpty()) {
			return 0;
		}
		Long[] groupIds = nextGroupIds(groups.size());
		insertGroups(groupIds, groups);
		placeMembers(groupIds, groups);
		long forms = insertForms(groupIds);
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

	private void placeMembers(Long[] groupIds, List<GroupToForm> groups) {
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
		int placed = this.jdbc.sql("""
				UPDATE feedback_request SET feedback_group_id = placed.group_id
				FROM unnest(:requests, :groups) AS placed (request_id, group_id)
				WHERE id = placed.request_id AND feedback_group_id IS NULL""")
			.param("requests", requestIds)
			.param("groups", groupOfRequest)
			.update();
		if (placed != members) {
			throw new IllegalStateException(
					"%d of %d planned requests are no longer pending".formatted(members - placed, members));
		}
	}

	/// A form for every member about every other member's track. Within a group their ids
	/// are dealt in random order: a row's number is drawn after the sort, and no order
	/// then tells who is who.
	private long insertForms(Long[] groupIds) {
		return this.jdbc.sql("""
				INSERT INTO feedback_response (feedback_request_id, owner_id, responder_id)
				SELECT track.id, track.account_id, member.account_id
				FROM feedback_request AS track
				JOIN feedback_request AS member
					ON member.feedback_group_id = track.feedback_group_id AND member.id <> track.id
				WHERE track.feedback_group_id BETWEEN :first AND :last AND track.media_url IS NOT NULL
				ORDER BY track.feedback_group_id, random()""")
			.param("first", groupIds[0])
			.param("last", groupIds[groupIds.length - 1])
			.update();
	}

}
