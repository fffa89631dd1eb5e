package com.howsmytrack.track;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param pollInterval the time between two checks for due look-ups
/// @param lease the time after which a look-up is due again if its instance was killed. Longer than the calls of one look-up
/// @param callTime of one oEmbed call
/// @param largestAnswer of an oEmbed call
/// @param retryDelays the delay after each failed attempt; after one more failure the look-up ends without a result
/// @param leastWait after status 429 without a usable `Retry-After`
/// @param mostWait after status 429
/// @param goneAfter the time between two answers that a track does not exist, before it counts as broken
/// @param refreshAfter the age at which a result is looked up again, if another request has the same track
/// @param recheckAfter the age at which the job `check-tracks` has the track of a pending request looked up again
/// @param recheckWithin the time over which the job distributes these look-ups
/// @param batchSize how many rows the job reads and writes at once
@Validated
@ConfigurationProperties("howsmytrack.track.look-ups")
record LookupSettings(@DefaultValue("1s") @DurationMin(millis = 1) Duration pollInterval,
		@DefaultValue("1m") @DurationMin(seconds = 45) Duration lease,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration callTime, @DefaultValue("64KB") DataSize largestAnswer,
		@DefaultValue( {
				"5s", "30s", "5m", "1h", "6h" }) @NotEmpty List<Duration> retryDelays,
		@DefaultValue("1m") @DurationMin(seconds = 1) Duration leastWait,
		@DefaultValue("1h") @DurationMin(seconds = 1) Duration mostWait,
		@DefaultValue("24h") @DurationMin(minutes = 1) Duration goneAfter,
		@DefaultValue("7d") @DurationMin(minutes = 1) Duration refreshAfter,
		@DefaultValue("20h") @DurationMin(minutes = 1) Duration recheckAfter,
		@DefaultValue("2h") @DurationMin(seconds = 0) Duration recheckWithin,
		@DefaultValue("1000") @Min(1) @Max(10_000) int batchSize){

	/// Empty if the look-up has failed too often.
	Optional<Duration> delayAfter(int failures) {
		return (failures <= this.retryDelays.size()) ? Optional.of(this.retryDelays.get(failures - 1))
				: Optional.empty();
	}

}
