package com.howsmytrack.feedback.reply;

import com.howsmytrack.graphql.UserError;

/// What became of a reply.
sealed interface ReplyOutcome {

	record Added(ReplyView reply) implements ReplyOutcome {
	}

	record Failed(UserError error) implements ReplyOutcome {
	}

}
