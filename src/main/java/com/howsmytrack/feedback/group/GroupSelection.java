package com.howsmytrack.feedback.group;

import com.howsmytrack.graphql.SelectedFields;
import graphql.schema.DataFetchingEnvironment;

/// Which parts of a group its reader asked for. What nobody asked for is not read.
record GroupSelection(boolean memberCounts, boolean responses, boolean replyCounts) {

	static GroupSelection of(DataFetchingEnvironment environment) {
		SelectedFields selection = SelectedFields.of(environment);
		return new GroupSelection(selection.containAnyOf("members", "tracklessMembers"),
				selection.containAnyOf("feedbackResponses", "userFeedbackResponses", "userFeedbackResponseCount"),
				selection.containAnyOf("feedbackResponses/replies", "feedbackResponses/unreadReplies",
						"userFeedbackResponses/replies", "userFeedbackResponses/unreadReplies"));
	}

}
