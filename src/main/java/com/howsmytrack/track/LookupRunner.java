package com.howsmytrack.track;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.outbound.MemberCalls;
import com.howsmytrack.outbound.OutboundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.support.DelegatingErrorHandlingRunnable;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.stereotype.Component;

/// Does the due look-ups. Each host has a virtual thread of its own while it has due look-ups, and does them one after the
/// other: a slow service delays its own look-ups only, and gets one call at a time from an instance. Several instances can
/// do so at the same time, because each of them claims different rows. The call of a service is outside any transaction. If
/// the instance is killed after a call and before its result is stored, the look-up is done again after the lease.
@Component
@ConditionalOnWebApplication
class LookupRunner implements DisposableBean {

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

	/// The hosts that have a thread.
	private final Set<String> busy = ConcurrentHashMap.newKeySet();

	private final ExecutorService threads = Executors
		.newThreadPerTaskExecutor(Thread.ofVirtual().name("look-ups-", 0).factory());

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

	/// Starts a thread for each host that has due look-ups and no thread. Does not wait
	/// for them.
	void startDue() {
		if (this.stopping) {
			return;
		}
		for (String host : this.queue.dueHosts()) {
			if (this.busy.add(host)) {
				start(host);
			}
		}
	}

	private void start(String host) {
		this.threads.execute(new DelegatingErrorHandlingRunnable(() -> {
			try {
				runDue(host);
			}
			finally {
				this.busy.remove(host);
			}
		}, TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER));
	}

	/// Does the due look-ups of a host.
	void runDue(String host) {
		Optional<TrackLookup> claimed = next(host);
		while (claimed.isPresent()) {
			run(claimed.get());
			claimed = next(host);
		}
	}

	private Optional<TrackLookup> next(String host) {
		return this.stopping ? Optional.empty() : this.queue.claim(host);
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
		String host = LookupHosts.of(link);
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
			return switch (failed.failure()) {
				case TOO_LARGE -> new LookupResult.Nothing();
				case INTERRUPTED -> new LookupResult.Interrupted();
				default -> new LookupResult.Failed();
			};
		}
	}

	/// Each thread ends after the look-up that it is doing.
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stopping = true;
	}

	/// Ends the calls that still wait for an answer.
	@Override
	public void destroy() {
		stop();
		this.threads.shutdownNow();
		this.threads.close();
	}

}
