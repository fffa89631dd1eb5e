package com.howsmytrack.djangoimport;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.howsmytrack.account.password.ImportedAccounts;
import com.howsmytrack.track.MediaSource;
import com.howsmytrack.track.MediaUrl;
import org.jspecify.annotations.Nullable;

/// Holds people and requests against the rules of the domain, which SQL does not know. Only what it objects to is written
/// down, for the statements that move rows.
final class ImportValidation {

	private static final int ROWS_AT_ONCE = 1000;

	/// Somewhere on the web: members follow it.
	private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s/]++(/\\S*+)?");

	private final Connection target;

	/// Who has a request pending, and for which track: each as the id of the request that
	/// stays. As many as wait for one night.
	private final Map<Long, Long> pendingOf = new HashMap<>();

	private final Map<String, Long> pendingFor = new HashMap<>();

	ImportValidation(Connection target) {
		this.target = target;
	}

	void ofPeople() throws SQLException {
		try (Statement people = this.target.createStatement();
				PreparedStatement judged = this.target.prepareStatement("INSERT INTO judged_user VALUES (?, ?, ?, ?)");
				ResultSet person = read(people, """
						SELECT id, coalesce(email, '') AS email, coalesce(username, '') AS username,
							coalesce(password, '') AS password
						FROM legacy_user""")) {
			Batch batch = new Batch(judged);
			while (person.next()) {
				boolean email = ImportedAccounts.canSignInWith(person.getString("email"));
				boolean username = ImportedAccounts.canSignInWith(person.getString("username"));
				boolean password = ImportedAccounts.canVerify(person.getString("password"));
				if (!email || !username || !password) {
					judged.setLong(1, person.getLong("id"));
					judged.setBoolean(2, email);
					judged.setBoolean(3, username);
					judged.setBoolean(4, password);
					batch.add();
				}
			}
			batch.finish();
		}
	}

	/// The oldest first: of several that wait and exclude each other, the one that waits
	/// longest stays.
	void ofRequests() throws SQLException {
		try (Statement requests = this.target.createStatement();
				PreparedStatement judged = this.target
					.prepareStatement("INSERT INTO judged_request VALUES (?, ?, ?, ?, ?, ?)");
				ResultSet request = read(requests, """
						SELECT id, user_id, nullif(media_url, '') AS media_url, media_type,
							feedback_group_id IS NULL AS pending
						FROM legacy_request
						WHERE media_url <> '' OR feedback_group_id IS NULL
						ORDER BY time_created, id""")) {
			Batch batch = new Batch(judged);
			while (request.next()) {
				Request row = new Request(request.getLong("id"), request.getLong("user_id"),
						request.getString("media_url"), request.getString("media_type"), request.getBoolean("pending"));
				Verdict verdict = verdictOf(row);
				if (!verdict.leavesAsItIs(row)) {
					write(row.id(), verdict, judged);
					batch.add();
				}
			}
			batch.finish();
		}
	}

	private static void write(long request, Verdict verdict, PreparedStatement judged) throws SQLException {
		judged.setLong(1, request);
		judged.setString(2, verdict.url());
		judged.setString(3, verdict.mediaType());
		judged.setString(4, (verdict.rule() != null) ? verdict.rule().name() : null);
		judged.setBoolean(5, verdict.rule() != null && verdict.rule().leavesOut());
		judged.setObject(6, verdict.other(), Types.BIGINT);
	}

	private Verdict verdictOf(Request request) {
		Verdict track = trackOf(request);
		if (!request.pending() || (track.rule() != null && track.rule().leavesOut())) {
			return track;
		}
		Long sameOwner = this.pendingOf.get(request.member());
		if (sameOwner != null) {
			return Verdict.leftOut(ImportIssue.SAME_PERSON_PENDING, sameOwner);
		}
		Long sameTrack = (track.url() != null) ? this.pendingFor.putIfAbsent(track.url(), request.id()) : null;
		if (sameTrack != null) {
			return Verdict.leftOut(ImportIssue.SAME_TRACK_PENDING, sameTrack);
		}
		this.pendingOf.put(request.member(), request.id());
		return track;
	}

	private Verdict trackOf(Request request) {
		String url = request.url();
		if (url == null) {
			return new Verdict(null, null, null, null);
		}
		Optional<MediaUrl> track = MediaUrl.parse(url);
		if (track.isPresent()) {
			return new Verdict(track.get().value(), track.get().source().name(), null, null);
		}
		if (request.mediaType() != null && MediaSource.of(request.mediaType()).isPresent()
				&& WEB_ADDRESS.matcher(url).matches()) {
			return new Verdict(url, request.mediaType(), ImportIssue.URL_AS_IT_IS, null);
		}
		return request.pending() ? Verdict.leftOut(ImportIssue.PENDING_WITH_URL_OF_NO_PLACE, null)
				: new Verdict(null, null, ImportIssue.URL_OF_NO_PLACE, null);
	}

	private static ResultSet read(Statement statement, String sql) throws SQLException {
		statement.setFetchSize(ROWS_AT_ONCE);
		return statement.executeQuery(sql);
	}

	private record Request(long id, long member, @Nullable String url, @Nullable String mediaType, boolean pending) {
	}

	/// @param other the request that is in the way
	private record Verdict(@Nullable String url, @Nullable String mediaType, @Nullable ImportIssue rule,
			@Nullable Long other) {

		static Verdict leftOut(ImportIssue rule, @Nullable Long other) {
			return new Verdict(null, null, rule, other);
		}

		boolean leavesAsItIs(Request request) {
			return this.rule == null && (request.url() == null || (request.url().equals(this.url)
					&& request.mediaType() != null && request.mediaType().equals(this.mediaType)));
		}

	}

	/// Sends rows together.
	private static final class Batch {

		private final PreparedStatement statement;

		private int waiting;

		Batch(PreparedStatement statement) {
			this.statement = statement;
		}

		void add() throws SQLException {
			this.statement.addBatch();
			if (++this.waiting == ROWS_AT_ONCE) {
				finish();
			}
		}

		void finish() throws SQLException {
			this.statement.executeBatch();
			this.waiting = 0;
		}

	}

}
