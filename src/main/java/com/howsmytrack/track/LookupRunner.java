package com.howsmytrack.track;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.outbound.MemberCalls;
import com.howsmytrack.outbound.OutboundException;
import com.howsmytrack.outbound.OutboundFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Does the due look-ups, one after the other. Several instances can do so at the same time, because each of them claims
/// different rows. The call of a service is outside any transaction. If the instance is killed after a call and before its
/// result is stored, the look-up is done again after the lease.
@Component
@ConditionalOnWebApplication
class LookupRunner {

	private static final Logger logger = LoggerFactory.getLogger(LookupRunner.class);

	/// After a conflict with a transaction of a member, or while the database is
	/// unavailable.
	private static final Duration CONFLICT_DELAY = Duration.ofSeconds(1);

	private final LookupQueue queue;

	private final LookupWriter writer;

	private final ShortLinks shortLinks;

	private final OEmbedTitles titles;

	private final MemberCalls memberCalls;

	private final Clock clock;

	/// Hosts that allow no calls at the moment, with the end of the pause. There is one
	/// entry for each declared host.
	private final Map<String, Instant> pausedUntil = new ConcurrentHashMap<>();

	private volatile boolean stopping;

	LookupRunner(LookupQueue queue, LookupWriter writer, ShortLinks shortLinks, OEmbedTitles titles,
			MemberCalls memberCalls, Clock clock) {
		this.queue = queue;
		this.writer = writer;
		this.shortLinks = shortLinks;
		this.titles = titles;
		this.memberCalls = memberCalls;
		this.clock = clock;
	}

	void runDue() {
		Optional<TrackLookup> claimed = next();
		while (claimed.isPresent()) {
			run(claimed.get());
			claimed = next();
		}
	}

	private Optional<TrackLookup> next() {
		return this.stopping ? Optional.empty() : this.queue.claim();
	}

	private void run(TrackLookup claimed) {
		try {
			this.writer.write(claimed, result(claimed));
		}
		catch (DataAccessException conflict) {
			logger.info("The result of a look-up is stored later: {}", conflict.getClass().getSimpleName());
			this.writer.postpone(claimed, CONFLICT_DELAY, claimed.failures());
		}
	}

	private LookupResult result(TrackLookup claimed) {
		Optional<TrackLink> known = Optional.ofNullable(claimed.resolvedUrl()).flatMap(TrackLink::parse);
		if (known.isPresent()) {
			return new LookupResult.Resolved(known.get());
		}
		Optional<TrackLink> link = TrackLink.parse(claimed.url());
		return link.isPresent() ? lookUp(claimed, link.get()) : new LookupResult.Nothing();
	}

	private LookupResult lookUp(TrackLookup claimed, TrackLink link) {
		String host = link.isShortLink() ? URI.create(link.url()).getHost() : LookupHosts.oEmbed(link.source());
		Duration pause = Duration.between(this.clock.instant(), this.pausedUntil.getOrDefault(host, Instant.EPOCH));
		if (pause.isPositive()) {
			return new LookupResult.Limited(pause);
		}
		Optional<Duration> wait = Optional.ofNullable(claimed.causedBy())
			.flatMap((member) -> this.memberCalls.tryOnce(new AccountId(member)));
		if (wait.isPresent()) {
			return new LookupResult.Limited(wait.get());
		}
		LookupResult result = call(link);
		if (result instanceof LookupResult.Limited(Duration limited)) {
			this.pausedUntil.put(host, this.clock.instant().plus(limited));
		}
		return result;
	}

	/// A too large answer is not expected to get smaller. All other failures can be over
	/// soon.
	private LookupResult call(TrackLink link) {
		try {
			return link.isShortLink() ? this.shortLinks.resolve(link.url()) : this.titles.of(link);
		}
		catch (OutboundException failed) {
			logger.info("{}", failed.getMessage());
			return (failed.failure() == OutboundFailure.TOO_LARGE) ? new LookupResult.Nothing()
					: new LookupResult.Failed();
		}
	}

	/// Ends after the look-up that is being done.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

}
