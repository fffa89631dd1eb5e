package com.howsmytrack.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The first step of a shutdown. For a configured time, the server still answers requests, but reports that it is not
/// ready, and closes each connection after its response. So routers detect the shutdown before the server stops
/// listening. Two cases remain: a connection that is idle for the whole time, and a request that arrives at the moment
/// its connection is closed.
@Component
@ConditionalOnWebApplication
class GracefulDrain implements SmartLifecycle {

	private final Duration time;

	private volatile boolean running;

	private volatile boolean started;

	GracefulDrain(WebSettings settings) {
		this.time = settings.drainTime();
	}

	/// Whether connections should be closed after their response.
	boolean hasStarted() {
		return this.started;
	}

	@Override
	public void start() {
		this.started = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.started = true;
		this.running = false;
		try {
			TimeUnit.NANOSECONDS.sleep(this.time.toNanos());
		}
		catch (InterruptedException exception) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/// Stops before all other beans. The streams of subscriptions end after this time, so
	/// that their clients connect again to another instance.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
