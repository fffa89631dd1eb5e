package com.howsmytrack.outbound;

import java.util.Collection;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Replaces the network of the service with a [StandInServer] for all declared hosts. A test that imports it also sets
/// `howsmytrack.outbound.enabled=true`.
@TestConfiguration(proxyBeanMethods = false)
public class StandInConfiguration {

	@Bean
	@Primary
	StandInServer standInServer(ObjectProvider<OutboundHosts> hosts) {
		return new StandInServer(
				hosts.stream().map(OutboundHosts::names).flatMap(Collection::stream).collect(Collectors.toSet()));
	}

}
