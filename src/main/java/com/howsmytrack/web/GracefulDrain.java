package com.howsmytrack.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The first thing that happens when the process is told to end: for a while it serves as ever, but is no longer ready,
/// and asks each connection that is used to close. So the router hears that this instance goes before it stops listening.
/// What is left is a connection that was idle all the while, and a request that is sent into it at the moment it closes.
@Component
@ConditionalOnWebApplication
class GracefulDrain implements SmartLifecycle {

	private final Duration time;

	private volatile boolean running;

	private volatile boolean begun;

	GracefulDrain(WebSettings settings) {
		this.time = settings.drainTime();
	}

	/// Whether connections should close after their answer.
	boolean hasBegun() {
		return this.begun;
	}

	@Override
	public void start() {
		this.begun = false;
		this.running = true;
	}

	@Override
	public void stop() {
		this.begun = true;
		this.running = false;
		try {
			TimeUnit.NANOSECONDS.sleep(this.time.toNanos());
		}
		catch (InterruptedException hurry) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/// Before everything else stops, the web server above all.
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
