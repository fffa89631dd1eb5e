package com.howsmytrack.account.session;

import com.howsmytrack.account.page.PagePaths;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

	/// The filter rejects no request: the schema's `@access` says who may call an
	/// operation. CSRF tokens are not needed here: the cookie is `SameSite=Strict`, and
	/// the endpoint executes `application/json` only, which a page of another origin
	/// cannot send without a preflight. The pages for verification have CSRF tokens.
	@Bean
	@ConditionalOnWebApplication
	FilterRegistrationBean<SessionCookieFilter> sessionCookieFilter(SessionTokens tokens,
			RevokedSessions revokedSessions) {
		FilterRegistrationBean<SessionCookieFilter> registration = new FilterRegistrationBean<>(
				new SessionCookieFilter(tokens, revokedSessions));
		registration.addUrlPatterns("/graphql/*", "/logout/*", PagePaths.VERIFY + "/*");
		return registration;
	}

}
