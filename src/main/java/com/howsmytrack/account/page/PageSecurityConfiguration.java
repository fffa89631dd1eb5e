package com.howsmytrack.account.page;

import com.howsmytrack.account.core.AccountSettings;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class PageSecurityConfiguration {

	/// Forms carry a CSRF token in a cookie and in a hidden field. The security headers
	/// are set by the module `web`, for the whole server.
	@Bean
	@Order(1)
	SecurityFilterChain pagesFilterChain(HttpSecurity http, AccountSettings settings) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookiePath("/accounts");
		tokens
			.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(settings.secureCookie()).sameSite("Strict"));
		return http.securityMatcher("/accounts/**")
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(PagePaths.UNSUBSCRIBE + "**"))
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	/// Limits Spring Security's filters to these pages; by default they would run for
	/// every request.
	@Bean
	DelegatingFilterProxyRegistrationBean pagesFilter() {
		DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
				AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
		registration.addUrlPatterns("/accounts/*");
		registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER);
		return registration;
	}

}
