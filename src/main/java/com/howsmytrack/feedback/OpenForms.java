package com.howsmytrack.feedback;

/// The rule that members read, rate and discuss the responses on their track only after they have submitted their own
/// forms in the group, as a condition in SQL.
public final class OpenForms {

	private OpenForms() {
	}

	/// True if the member has no open forms in the group of the request. The group is the
	/// one in which the request is now: if an operator moved the request, the forms in
	/// the new group count, as on the page of the group.
	/// @param request a column with the id of the request
	/// @param member a column or a parameter with the id of the member
	public static String none(String request, String member) {
		return """
				NOT EXISTS (
					SELECT FROM feedback_request AS track
					JOIN feedback_request AS about ON about.feedback_group_id = track.feedback_group_id
					JOIN feedback_response AS form ON form.feedback_request_id = about.id
					WHERE track.id = %s AND form.responder_id = %s AND form.submitted_at IS NULL)""".formatted(request,
				member);
	}

}
