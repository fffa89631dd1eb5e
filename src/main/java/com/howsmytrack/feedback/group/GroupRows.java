package com.howsmytrack.feedback.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.feedback.request.RequestView;
import org.jspecify.annotations.Nullable;

/// Puts the rows about a group together, see [GroupPages].
final class GroupRows {

	private final long id;

	private final String name;

	private final OffsetDateTime formedAt;

	private @Nullable RequestView ownRequest;

	private int members;

	private int trackless;

	private final List<ResponseView> forms = new ArrayList<>();

	private final List<ResponseView> received = new ArrayList<>();

	private GroupRows(ResultSet row) throws SQLException {
		this.id = row.getLong("group_id");
		this.name = row.getString("name");
		this.formedAt = row.getObject("created_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC);
	}

	/// In the order of the rows.
	static Map<GroupOfMember, GroupView> read(ResultSet rows) throws SQLException {
		Map<GroupOfMember, GroupRows> groups = new LinkedHashMap<>();
		while (rows.next()) {
			GroupOfMember group = new GroupOfMember(new AccountId(rows.getLong("member")), rows.getLong("group_id"));
			GroupRows read = groups.get(group);
			if (read == null) {
				read = new GroupRows(rows);
				groups.put(group, read);
			}
			read.add(rows);
		}
		Map<GroupOfMember, GroupView> views = LinkedHashMap.newLinkedHashMap(groups.size());
		groups.forEach((group, read) -> views.put(group, read.view()));
		return views;
	}

	private void add(ResultSet row) throws SQLException {
		boolean own = row.getBoolean("own");
		if (own && this.ownRequest == null) {
			this.ownRequest = request(row, row.getBoolean("email_when_grouped"));
		}
		if (!own) {
			count(row);
		}
		long responseId = row.getLong("response_id");
		if (!row.wasNull()) {
			RequestView about = own ? Objects.requireNonNull(this.ownRequest) : request(row, null);
			(own ? this.received : this.forms).add(response(row, responseId, about, own));
		}
	}

	/// Of another's request there is one row: the member has one form about it, or none.
	private void count(ResultSet row) throws SQLException {
		if (row.getString("media_type") != null) {
			this.members++;
		}
		else {
			this.trackless++;
		}
	}

	private static ResponseView response(ResultSet row, long id, RequestView about, boolean received)
			throws SQLException {
		return new ResponseView(id, about, row.getString("feedback"), row.getBoolean("submitted"),
				received ? row.getObject("rating", Integer.class) : null, row.getBoolean("allow_replies"),
				row.getInt("replies"), row.getInt("unread_replies"));
	}

	private static RequestView request(ResultSet row, @Nullable Boolean emailWhenGrouped) throws SQLException {
		String mediaUrl = row.getString("media_url");
		// Of a track whose owner left, the type alone is kept.
		String mediaType = (mediaUrl != null) ? row.getString("media_type") : null;
		return new RequestView(row.getLong("request_id"), mediaUrl, mediaType, row.getString("feedback_prompt"),
				emailWhenGrouped, row.getString("genre"));
	}

	private GroupView view() {
		return new GroupView(this.id, this.name, this.formedAt, Objects.requireNonNull(this.ownRequest), this.members,
				this.trackless, this.forms, this.received);
	}

}
