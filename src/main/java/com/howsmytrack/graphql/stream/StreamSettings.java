package com.howsmytrack.graphql.stream;

import java.time.Duration;

import com.howsmytrack.ratelimit.Rate;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Limits of streams.
///
/// @param heartbeat the interval of heartbeats; must be shorter than the idle time-out of any proxy
/// @param initTimeout the time in which a client must send `connection_init`, and complete each message
/// @param idleTimeout the time after which a WebSocket without subscriptions is closed
/// @param sendTimeout the time in which a client must read a message of a WebSocket; for server-sent events, it is the
/// connection time-out of Tomcat
/// @param largestMessage the maximum size of a message of a client, and of the body of a request for server-sent events
/// @param messagesPerSecond the maximum number of messages of a client in one second, on one WebSocket
/// @param perMember the maximum number of streams of one member
/// @param perNetwork the maximum number of streams from one network
/// @param openedByNetwork how often a network can open a stream
/// @param subscriptionsPerSocket the maximum number of subscriptions at the same time on one WebSocket
/// @param heapShare the share of the maximum heap that all streams of this instance can use
/// @param memberShare the share of that heap that the streams of one member can use
@Validated
@ConfigurationProperties("howsmytrack.graphql.streams")
record StreamSettings(Duration heartbeat, Duration initTimeout, Duration idleTimeout, Duration sendTimeout,
		DataSize largestMessage, @Min(1) int messagesPerSecond, @Min(1) int perMember, @Min(1) int perNetwork,
		@Valid Rate openedByNetwork, @Min(1) int subscriptionsPerSocket,
		@DecimalMin("0.01") @DecimalMax("0.9") double heapShare,
		@DecimalMin("0.01") @DecimalMax("1.0") double memberShare) {

	/// The heap that the streams of one member can use, in bytes.
	/// @param heap that all streams can use
	long heapForMember(long heap) {
		return (long) (heap * this.memberShare);
	}

	/// The time without a message after which a client has disappeared: two heartbeats
	/// without an answer.
	Duration clientTimeout() {
		return this.heartbeat.multipliedBy(5).dividedBy(2);
	}

	/// The maximum size of a message, in bytes.
	int largestMessageBytes() {
		return Math.toIntExact(this.largestMessage.toBytes());
	}

	/// The heap that all streams together can use, in bytes.
	/// @param heap the maximum heap of the process
	long heapForStreams(DataSize heap) {
		return (long) (heap.toBytes() * this.heapShare);
	}

}
