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
import com.howsmytrack.account.password.ImportedAccounts.ImportedAddress;
import com.howsmytrack.track.MediaSource;
import com.howsmytrack.track.RedirectToken;
import com.howsmytrack.track.TrackLink;
import org.jspecify.annotations.Nullable;

/// Validates users and requests by rules of the domain that are not available in SQL. For the statements that import the
/// rows, it stores the users whose result differs from the legacy row, and the requests with a link or an issue.
final class ImportValidation {

	private static final int BATCH_SIZE = 1000;

	/// An unsupported URL is imported only if it is a web address, because members open
	/// it.
	private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s/]++(/\\S*+)?");

	private final Connection target;

	/// The ids of the pending requests that are imported, by member and by track. There
	/// are not more of them than one assignment run reads.
	private final Map<Long, Long> pendingByMember = new HashMap<>();

	private final Map<String, Long> pendingByTrack = new HashMap<>();

	ImportValidation(Connection target) {
		this.target = target;
	}

	void validateUsers() throws SQLException {
		try (Statement users = this.target.createStatement();
				PreparedStatement insert = this.target
					.prepareStatement("INSERT INTO validated_user VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
				ResultSet user = read(users, """
						SELECT id, coalesce(email, '') AS email, coalesce(username, '') AS username,
							coalesce(password, '') AS password
						FROM legacy_user""")) {
			Batch batch = new Batch(insert);
			while (user.next()) {
				String email = user.getString("email");
				String username = user.getString("username");
				Optional<ImportedAddress> byEmail = ImportedAccounts.address(email);
				Optional<ImportedAddress> byUsername = ImportedAccounts.address(username);
				boolean passwordValid = ImportedAccounts.canVerify(user.getString("password"));
				if (!isUnchanged(email, byEmail) || !isUnchanged(username, byUsername) || !passwordValid) {
					insert.setLong(1, user.getLong("id"));
					insert.setBoolean(2, byEmail.isPresent());
					insert.setBoolean(3, byUsername.isPresent());
					insert.setBoolean(4, passwordValid);
					write(byEmail, 5, insert);
					write(byUsername, 7, insert);
					batch.add();
				}
			}
			batch.send();
		}
	}

	private static boolean isUnchanged(String legacy, Optional<ImportedAddress> address) {
		return address.filter((found) -> found.value().equals(legacy) && found.typed().equals(legacy)).isPresent();
	}

	private static void write(Optional<ImportedAddress> address, int column, PreparedStatement insert)
			throws SQLException {
		insert.setString(column, address.map(ImportedAddress::value).orElse(null));
		insert.setString(column + 1, address.map(ImportedAddress::typed).orElse(null));
	}

	/// Reads the oldest first: of several pending requests that exclude each other, the
	/// oldest is imported.
	void validateRequests() throws SQLException {
		try (Statement requests = this.target.createStatement();
				PreparedStatement insert = this.target
					.prepareStatement("INSERT INTO validated_request VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
				ResultSet request = read(requests, """
						SELECT id, user_id, nullif(media_url, '') AS media_url, media_type,
							feedback_group_id IS NULL AS pending
						FROM legacy_request
						WHERE media_url <> '' OR feedback_group_id IS NULL
						ORDER BY time_created, id""")) {
			Batch batch = new Batch(insert);
			while (request.next()) {
				Request row = new Request(request.getLong("id"), request.getLong("user_id"),
						request.getString("media_url"), request.getString("media_type"), request.getBoolean("pending"));
				Result result = validate(row);
				if (result.url() != null || result.issue() != null) {
					write(row.id(), result, insert);
					batch.add();
				}
			}
			batch.send();
		}
	}

	private static void write(long request, Result result, PreparedStatement insert) throws SQLException {
		insert.setLong(1, request);
		insert.setString(2, result.url());
		insert.setString(3, result.mediaType());
		insert.setString(4, (result.issue() != null) ? result.issue().name() : null);
		insert.setBoolean(5, result.issue() != null && result.issue().preventsImport());
		insert.setObject(6, result.conflictingId(), Types.BIGINT);
		insert.setString(7, result.trackKey());
		insert.setString(8, result.redirectToken());
	}

	private Result validate(Request request) {
		Result track = validateTrack(request);
		if (!request.pending() || (track.issue() != null && track.issue().preventsImport())) {
			return track;
		}
		Long sameOwner = this.pendingByMember.get(request.member());
		if (sameOwner != null) {
			return Result.notImported(ImportIssue.SECOND_PENDING_OF_MEMBER, sameOwner);
		}
		Long sameTrack = (track.identity() != null) ? this.pendingByTrack.putIfAbsent(track.identity(), request.id())
				: null;
		if (sameTrack != null) {
			return Result.notImported(ImportIssue.SECOND_PENDING_FOR_TRACK, sameTrack);
		}
		this.pendingByMember.put(request.member(), request.id());
		return track;
	}

	private Result validateTrack(Request request) {
		String url = request.url();
		if (url == null) {
			return Result.withoutKey(null, null, null, null);
		}
		Optional<TrackLink> track = TrackLink.parse(url);
		if (track.isPresent()) {
			return Result.of(track.get());
		}
		if (request.mediaType() != null && MediaSource.of(request.mediaType()).isPresent()
				&& WEB_ADDRESS.matcher(url).matches()) {
			return Result.withoutKey(url, request.mediaType(), ImportIssue.UNSUPPORTED_URL_KEPT, null);
		}
		return request.pending() ? Result.notImported(ImportIssue.PENDING_WITH_UNUSABLE_URL, null)
				: Result.withoutKey(null, null, ImportIssue.UNUSABLE_URL, null);
	}

	private static ResultSet read(Statement statement, String sql) throws SQLException {
		statement.setFetchSize(BATCH_SIZE);
		return statement.executeQuery(sql);
	}

	private record Request(long id, long member, @Nullable String url, @Nullable String mediaType, boolean pending) {
	}

	/// The URL and media type to import, and the issue of the row, if there is one.
	/// @param conflictingId the request that excludes this one
	/// @param trackKey null for a link of a form that is not supported
	private record Result(@Nullable String url, @Nullable String mediaType, @Nullable ImportIssue issue,
			@Nullable Long conflictingId, @Nullable String trackKey, @Nullable String redirectToken) {

		static Result of(TrackLink track) {
			return new Result(track.url(), track.source().name(), null, null, track.key(), RedirectToken.of(track));
		}

		static Result withoutKey(@Nullable String url, @Nullable String mediaType, @Nullable ImportIssue issue,
				@Nullable Long conflictingId) {
			return new Result(url, mediaType, issue, conflictingId, null, null);
		}

		/// What the unique index on pending requests compares.
		@Nullable String identity() {
			return (this.trackKey != null) ? this.trackKey : this.url;
		}

		static Result notImported(ImportIssue issue, @Nullable Long conflictingId) {
			return withoutKey(null, null, issue, conflictingId);
		}

	}

	private static final class Batch {

		private final PreparedStatement statement;

		private int size;

		Batch(PreparedStatement statement) {
			this.statement = statement;
		}

		void add() throws SQLException {
			this.statement.addBatch();
			if (++this.size == BATCH_SIZE) {
				send();
			}
		}

		void send() throws SQLException {
			this.statement.executeBatch();
			this.size = 0;
		}

	}

}
