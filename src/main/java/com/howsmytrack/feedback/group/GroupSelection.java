package com.howsmytrack.feedback.group;

import graphql.schema.DataFetchingFieldSelectionSet;

/// Which parts of a group its reader asked for. What nobody asked for is not read.
record GroupSelection(boolean memberCounts, boolean responses, boolean replyCounts) {

	static GroupSelection of(DataFetchingFieldSelectionSet selection) {
		return new GroupSelection(selection.containsAnyOf("members", "tracklessMembers"),
				selection.containsAnyOf("feedbackResponses", "userFeedbackResponses", "userFeedbackResponseCount"),
				selection.containsAnyOf("*/replies", "*/unreadReplies"));
	}

}
