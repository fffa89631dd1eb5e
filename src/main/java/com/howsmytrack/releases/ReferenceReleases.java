package com.howsmytrack.releases;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.Ids;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.persistence.Timestamps;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The releases that requests for feedback name as references. The rows have no entities: all references of a request are
/// written together.
@Component
public class ReferenceReleases {

	private static final String ARGUMENT = "referenceReleaseIds";

	private static final ErrorCode TOO_MANY_REFERENCE_RELEASES = new ErrorCode("TOO_MANY_REFERENCE_RELEASES");

	private static final UserError UNKNOWN_REFERENCE_RELEASE = new UserError(new ErrorCode("UNKNOWN_REFERENCE_RELEASE"),
			"One of the reference releases is not available. Remove it or choose another one.", ARGUMENT);

	private static final UserError DUPLICATE_REFERENCE_RELEASE = new UserError(
			new ErrorCode("DUPLICATE_REFERENCE_RELEASE"), "Choose each reference release only once.", ARGUMENT);

	private final JdbcClient jdbc;

	private final ReleasePages pages;

	private final UserError tooMany;

	private final int most;

	private final Clock clock;

	ReferenceReleases(JdbcClient jdbc, ReleasePages pages, ReleaseSettings settings, Clock clock) {
		this.jdbc = jdbc;
		this.pages = pages;
		this.most = settings.mostReferences();
		this.tooMany = new UserError(TOO_MANY_REFERENCE_RELEASES,
				"A request can have at most %d reference releases.".formatted(this.most), ARGUMENT);
		this.clock = clock;
	}

	/// Reads the ids that a client sends. Whether the releases exist is found out by
	/// [#lock].
	public Outcome<List<Long>> parse(List<String> ids) {
		if (ids.size() > this.most) {
			return Outcome.failed(this.tooMany);
		}
		List<Long> releases = ids.stream().map(Ids::of).toList();
		if (releases.stream().anyMatch((id) -> id < 0)) {
			return Outcome.failed(UNKNOWN_REFERENCE_RELEASE);
		}
		return (new HashSet<>(releases).size() < releases.size()) ? Outcome.failed(DUPLICATE_REFERENCE_RELEASE)
				: Outcome.succeeded(releases);
	}

	/// Protects the releases from deletion until the end of the transaction.
	/// @return why not, if one of them does not exist or is not out
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<UserError> lock(List<Long> releases) {
		if (releases.isEmpty()) {
			return Optional.empty();
		}
		int found = this.jdbc.sql("SELECT id FROM release WHERE id = ANY (:ids) AND released_at <= :now FOR KEY SHARE")
			.param("ids", releases.toArray(Long[]::new))
			.param("now", Timestamps.utc(this.clock.instant()))
			.query((row, _) -> row.getLong("id"))
			.list()
			.size();
		return (found < releases.size()) ? Optional.of(UNKNOWN_REFERENCE_RELEASE) : Optional.empty();
	}

	/// Stores the references of a request that has none.
	/// @param releases locked, in the order of the owner
	@Transactional(propagation = Propagation.MANDATORY)
	public void add(long request, List<Long> releases) {
		if (releases.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				INSERT INTO reference_release (request_id, release_id, position)
				SELECT :request, named.id, named.place
				FROM unnest(CAST(:releases AS bigint[])) WITH ORDINALITY AS named (id, place)""")
			.param("request", request)
			.param("releases", releases.toArray(Long[]::new))
			.update();
	}

	/// Replaces all references of a request.
	/// @param releases locked, in the order of the owner
	@Transactional(propagation = Propagation.MANDATORY)
	public void replace(long request, List<Long> releases) {
		removeAll(List.of(request));
		add(request, releases);
	}

	@Transactional(propagation = Propagation.MANDATORY)
	public void removeAll(Collection<Long> requests) {
		this.jdbc.sql("DELETE FROM reference_release WHERE request_id = ANY (:requests)")
			.param("requests", requests.toArray(Long[]::new))
			.update();
	}

	/// Begins a page of requests.
	/// @param reader the member who reads it
	public ReferencePage page(AccountId reader) {
		return new ReferencePage((requests) -> this.pages.references(reader, requests));
	}

	/// The references of these requests, in the order of their owners. Requests without
	/// references are missing.
	public Map<Long, List<ReleaseView>> of(AccountId reader, Collection<Long> requests) {
		return this.pages.references(reader, requests);
	}

}
