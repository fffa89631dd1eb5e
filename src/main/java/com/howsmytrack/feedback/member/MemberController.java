package com.howsmytrack.feedback.member;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.SelectedFields;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class MemberController {

	private final MemberPage page;

	MemberController(MemberPage page) {
		this.page = page;
	}

	@QueryMapping
	@Nullable MemberView userDetails(@CurrentMember AccountId me, DataFetchingEnvironment environment) {
		return this.page.of(me, SelectedFields.of(environment).containAnyOf("notifications")).orElse(null);
	}

	@SchemaMapping(typeName = "UpdateEmailPayload", field = "user")
	@Nullable MemberView memberWithNewAddress(Payload payload, @CurrentMember AccountId me, DataFetchingEnvironment environment) {
		return payload.success() ? userDetails(me, environment) : null;
	}

}
