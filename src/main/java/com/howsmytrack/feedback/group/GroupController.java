package com.howsmytrack.feedback.group;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class GroupController {

	private final GroupPages pages;

	GroupController(GroupPages pages) {
		this.pages = pages;
	}

	@QueryMapping
	List<GroupView> feedbackGroups(@CurrentMember AccountId me, DataFetchingEnvironment environment) {
		return this.pages.allOf(me, GroupSelection.of(environment));
	}

	@QueryMapping
	@Nullable GroupView feedbackGroup(@CurrentMember AccountId me, @Argument int feedbackGroupId,
			DataFetchingEnvironment environment) {
		return this.pages.oneOf(me, feedbackGroupId, GroupSelection.of(environment)).orElse(null);
	}

}
