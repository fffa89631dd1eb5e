package com.howsmytrack.track;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ TrackSettings.class, LookupSettings.class })
class TrackConfiguration {

}
