package com.howsmytrack.account.session;

import com.howsmytrack.account.CurrentMember;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;

/// Gives operations their [CurrentMember]. An expression on `@AuthenticationPrincipal` would do, but is parsed anew for
/// each request, which costs more than all else between the cookie and the operation.
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
