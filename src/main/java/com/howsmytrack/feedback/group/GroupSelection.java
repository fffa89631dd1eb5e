package com.howsmytrack.feedback.group;

import com.howsmytrack.graphql.SelectedFields;
import graphql.schema.DataFetchingEnvironment;

/// The parts of a group that the client selected. Other parts are not read.
///
/// @param others anything about the other members
/// @param responses anything about responses
/// @param texts the texts of responses
/// @param replyCounts the numbers of replies
record GroupSelection(boolean others, boolean responses, boolean texts, boolean replyCounts) {

	static GroupSelection of(DataFetchingEnvironment environment) {
		SelectedFields selection = SelectedFields.of(environment);
		boolean responses = selection.containAnyOf("feedbackResponses", "userFeedbackResponses",
				"userFeedbackResponseCount");
		return new GroupSelection(responses || selection.containAnyOf("members", "tracklessMembers"), responses,
				selection.containAnyOf("feedbackResponses/feedback", "userFeedbackResponses/feedback"),
				selection.containAnyOf("feedbackResponses/replies", "feedbackResponses/unreadReplies",
						"userFeedbackResponses/replies", "userFeedbackResponses/unreadReplies"));
	}

}
