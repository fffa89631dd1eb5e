package com.howsmytrack.account;

import java.util.Map;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class SecurityConfiguration {

	/// Unlike bcrypt, Argon2id reads long passwords to their end. The prefix `{argon2id}`
	/// lets a later choice live
	/// beside it.
	@Bean
	PasswordEncoder passwordEncoder(AccountSettings settings) {
		int saltBytes = 16;
		int hashBytes = 32;
		int lanes = 1;
		PasswordEncoder argon2id = new Argon2PasswordEncoder(saltBytes, hashBytes, lanes,
				Math.toIntExact(settings.passwordHash().memory().toKilobytes()), settings.passwordHash().passes());
		return new QueueingPasswordEncoder(new DelegatingPasswordEncoder("argon2id", Map.of("argon2id", argon2id)),
				Runtime.getRuntime().availableProcessors());
	}

	/// Our own few pages: forms that carry a CSRF token in a cookie and a field. Headers
	/// are the business of the whole
	/// server.
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

	/// Every address is open here: the schema says who may call which operation. No CSRF
	/// tokens: the cookie is
	/// `SameSite=Strict`, and only `application/json` executes, which a foreign page
	/// cannot send unasked.
	///
	/// Two filters, and none of the dozen that Spring Security would add for what we do
	/// not have: sessions, logins,
	/// saved requests, roles. The busiest address of all goes through here.
	@Bean
	@ConditionalOnWebApplication
	SecurityFilterChain securityFilterChain(@Qualifier("corsConfigurationSource") CorsConfigurationSource origins,
			SessionTokens tokens, EndedSessions endedSessions) {
		return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, new CorsFilter(origins),
				new SessionCookieFilter(tokens, endedSessions));
	}

}
