/// Feedback: requests, groups, responses, ratings and replies. It owns the tables of `V002__feedback.sql`. It offers
/// the pending requests to the assignment run, forms the groups of its plan, and tells what a member has to do and has to
/// be told. It publishes `GroupsFormed`, `RequestJoinedGroup`, `ResponseSubmitted`, `ResponseRated`, `ReplyAdded`, `FeedbackReleased`,
/// `NotificationsChanged`, `RequestTrackBroken` and `RequestTrackUnresolved`. Each concept has an inner
/// package; these share ids and use cases, not entities.
///
/// How the data is accessed:
///
/// 1. A use case that loads or saves single rows has an entity and a repository; the rules of a row are methods of its
/// entity.
/// 2. Where concurrent calls compete (submit, rate, reply), one conditional `UPDATE` or `INSERT` decides; a second
/// statement finds the reason only if no row was changed.
/// 3. A page is read by one query class in one SQL statement. A set-based job is SQL.
/// 4. An entity maps only the columns that its use case needs, so two packages can have entities for one table.
/// 5. What must hold across rows is a constraint in the database; the code only chooses the message.
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "account :: admin", "audit", "graphql", "jobs", "persistence",
		"ratelimit", "releases", "track", "web" })
package com.howsmytrack.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
