package com.howsmytrack.feedback.member;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import graphql.schema.DataFetchingFieldSelectionSet;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class MemberController {

	private final MemberPage page;

	MemberController(MemberPage page) {
		this.page = page;
	}

	@QueryMapping
	@Nullable MemberView userDetails(@CurrentMember AccountId me, DataFetchingFieldSelectionSet selection) {
		return this.page.of(me, selection.contains("notifications")).orElse(null);
	}

}
