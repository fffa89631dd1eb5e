package com.howsmytrack.feedback.group;

import java.util.List;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import graphql.schema.DataFetchingFieldSelectionSet;
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
	List<GroupView> feedbackGroups(@CurrentMember AccountId me, DataFetchingFieldSelectionSet selection) {
		return this.pages.allOf(me, GroupSelection.of(selection));
	}

	@QueryMapping
	@Nullable GroupView feedbackGroup(@CurrentMember AccountId me, @Argument int feedbackGroupId,
			DataFetchingFieldSelectionSet selection) {
		return this.pages.oneOf(me, feedbackGroupId, GroupSelection.of(selection)).orElse(null);
	}

}
