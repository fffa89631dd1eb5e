package com.howsmytrack.account.session;

import com.howsmytrack.account.CurrentMember;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/// Resolves parameters annotated with [CurrentMember]. Spring Security's `@AuthenticationPrincipal` with an expression
/// would parse the expression for each request, which takes longer than the rest of the authentication.
@Component
class CurrentMemberResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(CurrentMember.class);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		return SignedInMember.current().map(SignedInMember::account).orElse(null);
	}

}
