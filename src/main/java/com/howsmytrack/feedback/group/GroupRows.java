package com.howsmytrack.feedback.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.request.RequestView;
import com.howsmytrack.feedback.request.TrackAddresses;
import com.howsmytrack.releases.ReferencePage;
import com.howsmytrack.releases.ReferenceReleases;
import com.howsmytrack.track.PageTracks;
import org.jspecify.annotations.Nullable;

/// Builds the views of groups from the rows that [GroupPages] reads.
final class GroupRows {

	/// Column numbers. Access by name would look up each column for each row.
	private static final class Column {

		static final int MEMBER = 1;

		static final int GROUP_ID = 2;

		static final int NAME = 3;

		static final int CREATED_AT = 4;

		static final int OWN = 5;

		static final int IN_GROUP = 6;

		static final int REQUEST_ID = 7;

		static final int MEDIA_URL = 8;

		static final int MEDIA_TYPE = 9;

		static final int REDIRECT_TOKEN = 10;

		static final int FEEDBACK_PROMPT = 11;

		static final int EMAIL_WHEN_GROUPED = 12;

		static final int GENRE = 13;

		static final int RESPONSE_ID = 14;

		static final int SUBMITTED = 15;

		static final int ALLOW_REPLIES = 16;

		static final int RATING = 17;

		static final int FEEDBACK = 18;

		static final int REPLIES = 19;

		static final int UNREAD_REPLIES = 20;

		private Column() {
		}

	}

	private final TrackAddresses addresses;

	private final PageTracks page;

	private final ReferencePage references;

	private final long id;

	private final String name;

	private final OffsetDateTime formedAt;

	private @Nullable RequestView ownRequest;

	private int members;

	private int trackless;

	private final List<ResponseView> forms = new ArrayList<>();

	private final List<ResponseView> received = new ArrayList<>();

	private GroupRows(ResultSet row, TrackAddresses addresses, PageTracks page, ReferencePage references)
			throws SQLException {
		this.addresses = addresses;
		this.page = page;
		this.references = references;
		this.id = row.getLong(Column.GROUP_ID);
		this.name = row.getString(Column.NAME);
		this.formedAt = row.getObject(Column.CREATED_AT, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
	}

	/// In the order of the rows.
	static Map<GroupOfMember, GroupView> read(ResultSet rows, TrackAddresses addresses, ReferenceReleases references)
			throws SQLException {
		Map<GroupOfMember, GroupRows> groups = new LinkedHashMap<>();
		PageTracks page = addresses.page();
		// A member sees which artists of a reference the member follows.
		Map<AccountId, ReferencePage> referencesOfMembers = new HashMap<>();
		while (rows.next()) {
			GroupOfMember group = new GroupOfMember(new AccountId(rows.getLong(Column.MEMBER)),
					rows.getLong(Column.GROUP_ID));
			GroupRows read = groups.get(group);
			if (read == null) {
				read = new GroupRows(rows, addresses, page,
						referencesOfMembers.computeIfAbsent(group.member(), references::page));
				groups.put(group, read);
			}
			read.add(rows);
		}
		Map<GroupOfMember, GroupView> views = LinkedHashMap.newLinkedHashMap(groups.size());
		groups.forEach((group, read) -> views.put(group, read.view()));
		return views;
	}

	private void add(ResultSet row) throws SQLException {
		boolean own = row.getBoolean(Column.OWN);
		if (own && this.ownRequest == null) {
			this.ownRequest = request(row, row.getBoolean(Column.EMAIL_WHEN_GROUPED));
		}
		if (!own && row.getBoolean(Column.IN_GROUP)) {
			count(row);
		}
		long responseId = row.getLong(Column.RESPONSE_ID);
		if (!row.wasNull()) {
			RequestView about = own ? Objects.requireNonNull(this.ownRequest) : request(row, null);
			(own ? this.received : this.forms).add(response(row, responseId, about, own));
		}
	}

	/// There is one row for each request of another member: the member has at most one
	/// form about it.
	private void count(ResultSet row) throws SQLException {
		if (row.getString(Column.MEDIA_TYPE) != null) {
			this.members++;
		}
		else {
			this.trackless++;
		}
	}

	private ResponseView response(ResultSet row, long id, RequestView about, boolean received) throws SQLException {
		return new ResponseView(id, about, row.getString(Column.FEEDBACK), row.getBoolean(Column.SUBMITTED),
				received ? row.getObject(Column.RATING, Integer.class) : null, row.getBoolean(Column.ALLOW_REPLIES),
				row.getInt(Column.REPLIES), row.getInt(Column.UNREAD_REPLIES));
	}

	private RequestView request(ResultSet row, @Nullable Boolean emailWhenGrouped) throws SQLException {
		return new RequestView(row.getLong(Column.REQUEST_ID),
				this.addresses.of(row.getString(Column.MEDIA_URL), row.getString(Column.MEDIA_TYPE),
						row.getString(Column.REDIRECT_TOKEN), this.page),
				row.getString(Column.FEEDBACK_PROMPT), emailWhenGrouped, row.getString(Column.GENRE),
				this.references.add(row.getLong(Column.REQUEST_ID)));
	}

	private GroupView view() {
		return new GroupView(this.id, this.name, this.formedAt, Objects.requireNonNull(this.ownRequest), this.members,
				this.trackless, this.forms, this.received);
	}

}
