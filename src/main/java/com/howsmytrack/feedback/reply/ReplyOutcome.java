package com.howsmytrack.feedback.reply;

import com.howsmytrack.graphql.Refusal;

/// What became of a reply.
sealed interface ReplyOutcome {

	record Added(ReplyView reply) implements ReplyOutcome {
	}

	record Refused(Refusal refusal) implements ReplyOutcome {
	}

}
