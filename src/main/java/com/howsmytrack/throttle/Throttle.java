package com.howsmytrack.throttle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.proxy.ProxyManager;

/// One rule, kept for each subject apart: an address, a network, an account. It uses connections of its own, so
/// a refusal stays counted whatever becomes of the caller's transaction; ask before you begin one.
public class Throttle {

	private final ProxyManager<String> buckets;

	private final String rule;

	private final BucketConfiguration configuration;

	Throttle(ProxyManager<String> buckets, String rule, Rate rate) {
		this.buckets = buckets;
		// A new rate begins to count anew.
		this.rule = "%s %d/%s".formatted(rule, rate.times(), rate.per());
		this.configuration = BucketConfiguration.builder()
			.addLimit((limit) -> limit.capacity(rate.times()).refillGreedy(rate.times(), rate.per()))
			.build();
	}

	/// Counts one try.
	/// @return empty when it may go on, else how long to wait
	public Optional<Duration> tryOnce(String subject) {
		ConsumptionProbe probe = bucket(subject).tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
	}

	/// Takes as much as there is.
	/// @return how much, from none to all of what was wanted
	public int takeUpTo(int wanted, String subject) {
		return Math.toIntExact(bucket(subject).tryConsumeAsMuchAsPossible(wanted));
	}

	/// Takes back what [#takeUpTo] gave and was not used.
	public void giveBack(int unused, String subject) {
		if (unused > 0) {
			bucket(subject).addTokens(unused);
		}
	}

	private Bucket bucket(String subject) {
		return this.buckets.getProxy(hash(this.rule + ' ' + subject), () -> this.configuration);
	}

	/// Subjects are as long as strangers make them, and name people.
	private static String hash(String key) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
