package com.howsmytrack.outbound;

import java.time.Duration;
import java.util.Set;

import com.howsmytrack.ratelimit.Rate;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/// Outbound calls that end at a [StandInServer], for tests without the whole application.
public final class StandInHttp {

	private StandInHttp() {
	}

	/// @param time for a whole call; a slow machine does not reach the other limits
	public static OutboundHttp of(StandInServer server, Set<String> hosts, Duration time) {
		return of(server, hosts, time, true);
	}

	/// Outbound calls as they are in development.
	public static OutboundHttp switchedOff(StandInServer server) {
		return of(server, Set.of(), Duration.ofMinutes(1), false);
	}

	private static OutboundHttp of(StandInServer server, Set<String> hosts, Duration time, boolean enabled) {
		Duration minute = Duration.ofMinutes(1);
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("hosts", (OutboundHosts) () -> hosts);
		return new ApacheOutboundHttp(beans.getBeanProvider(OutboundHosts.class),
				new OutboundSettings(enabled, "https://api.example", minute, minute, time, DataSize.ofMegabytes(16),
						DataSize.ofKilobytes(8), 100, 4, 20, new Rate(10, minute)),
				server, new OutboundMetrics(beans.getBeanProvider(MeterRegistry.class)));
	}

}
