package com.howsmytrack.account;

import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.AbstractSecurityWebApplicationInitializer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class SecurityConfiguration {

	private static final String ARGON2ID = "argon2id";

	/// Half of the processors stay with those who have signed in.
	private static final int HASHES_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	/// Unlike bcrypt, Argon2id reads long passwords to their end. The prefix `{argon2id}`
	/// lets others live beside it: those that came from the service before this one.
	@Bean
	PasswordEncoder passwordEncoder(@Qualifier(ARGON2ID) Argon2idEncoder argon2id) {
		Map<String, PasswordEncoder> encoders = Map.of(ARGON2ID, argon2id, ImportedAccounts.PASSWORD_ENCODER,
				new DjangoPasswordEncoder());
		return new QueueingPasswordEncoder(new DelegatingPasswordEncoder(ARGON2ID, encoders), HASHES_AT_ONCE);
	}

	@Bean(defaultCandidate = false)
	Argon2idEncoder argon2id(AccountSettings settings) {
		AccountSettings.PasswordHash hash = settings.passwordHash();
		return new Argon2idEncoder(Math.toIntExact(hash.memory().toKilobytes()), hash.passes(), HASHES_AT_ONCE);
	}

	@Bean
	DummyPasswordHash dummyPasswordHash(@Qualifier(ARGON2ID) Argon2idEncoder argon2id) {
		return new DummyPasswordHash("{%s}%s".formatted(ARGON2ID, argon2id.ofNobody()));
	}

	/// Our own few pages: forms that carry a CSRF token in a cookie and a field. Headers
	/// are the business of the whole server.
	@Bean
	@Order(1)
	@ConditionalOnWebApplication
	SecurityFilterChain pagesFilterChain(HttpSecurity http, AccountSettings settings) {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookiePath("/accounts");
		tokens
			.setCookieCustomizer((cookie) -> cookie.httpOnly(true).secure(settings.secureCookie()).sameSite("Strict"));
		return http.securityMatcher("/accounts/**")
			.csrf((csrf) -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(UnsubscribeLinks.PATH + "**"))
			.headers(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.build();
	}

	/// Spring Security's own filters see to those pages alone; by default they would look
	/// at every request.
	@Bean
	@ConditionalOnWebApplication
	DelegatingFilterProxyRegistrationBean pagesFilter() {
		DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
				AbstractSecurityWebApplicationInitializer.DEFAULT_FILTER_NAME);
		registration.addUrlPatterns("/accounts/*");
		registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER);
		return registration;
	}

	/// Whoever calls an operation or signs out is known by a cookie. Every operation is
	/// open here: the schema says who may call which. No CSRF tokens: the cookie is
	/// `SameSite=Strict`, and only `application/json` executes, which a foreign page
	/// cannot send unasked.
	@Bean
	@ConditionalOnWebApplication
	FilterRegistrationBean<SessionCookieFilter> sessionCookieFilter(SessionTokens tokens,
			RevokedSessions revokedSessions) {
		FilterRegistrationBean<SessionCookieFilter> registration = new FilterRegistrationBean<>(
				new SessionCookieFilter(tokens, revokedSessions));
		registration.addUrlPatterns("/graphql/*", "/logout/*");
		return registration;
	}

}
