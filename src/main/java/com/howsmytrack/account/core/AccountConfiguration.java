package com.howsmytrack.account.core;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ AccountSettings.class, AddressSettings.class })
class AccountConfiguration {

}
