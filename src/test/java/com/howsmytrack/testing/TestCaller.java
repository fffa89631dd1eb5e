package com.howsmytrack.testing;

import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.AccessCheck;
import com.howsmytrack.graphql.OperatorRead;
import com.howsmytrack.graphql.OperatorReads;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;

/// The caller of operations in a [GraphQlSlice]. Each test sets it first, because tests share it.
@TestComponent
public class TestCaller implements AccessCheck, OperatorReads, HandlerMethodArgumentResolver {

	private @Nullable AccountId member;

	private boolean operator;

	public void isSignedOut() {
		set(null, false);
	}

	public void isMember(AccountId member) {
		set(member, false);
	}

	public void isOperator(AccountId member) {
		set(member, true);
	}

	private void set(@Nullable AccountId member, boolean operator) {
		this.member = member;
		this.operator = operator;
	}

	@Override
	public boolean isMember() {
		return this.member != null;
	}

	@Override
	public Optional<Long> operator() {
		return this.operator ? Optional.ofNullable(this.member).map(AccountId::value) : Optional.empty();
	}

	/// Slices have no audit log.
	@Override
	public void record(long operator, OperatorRead read) {
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(CurrentMember.class);
	}

	@Override
	public @Nullable Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment environment) {
		return this.member;
	}

}
