package com.howsmytrack.releases;

import java.util.Set;

import com.howsmytrack.outbound.OutboundHosts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReleaseSettings.class)
class ReleasesConfiguration {

	@Bean
	OutboundHosts musicServiceHosts() {
		return () -> Set.of(SpotifyTokens.HOST, SpotifySource.HOST, ListenBrainzSource.HOST);
	}

}
