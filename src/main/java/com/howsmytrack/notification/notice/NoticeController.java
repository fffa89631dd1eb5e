package com.howsmytrack.notification.notice;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.Payload;
import com.howsmytrack.graphql.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

@Controller
class NoticeController {

	private final Notices notices;

	NoticeController(Notices notices) {
		this.notices = notices;
	}

	@QueryMapping
	List<NoticeView> notices(@CurrentMember AccountId me) {
		return this.notices.of(me);
	}

	@QueryMapping
	@Nullable Integer unreadNotices(@CurrentMember AccountId me) {
		return this.notices.unread(me);
	}

	@MutationMapping
	MarkNoticesAsReadPayload markNoticesAsRead(@CurrentMember AccountId me, @Argument List<String> noticeIds) {
		this.notices.markAsRead(me, noticeIds.stream().flatMap(NoticeController::id).toList());
		return MarkNoticesAsReadPayload.succeeded(this.notices.unread(me));
	}

	private static Stream<UUID> id(String text) {
		try {
			return Stream.of(UUID.fromString(text));
		}
		catch (IllegalArgumentException malformed) {
			return Stream.empty();
		}
	}

	record MarkNoticesAsReadPayload(boolean success, @Nullable String error, List<UserError> userErrors,
			@Nullable Integer unreadNotices) implements Payload {

		static MarkNoticesAsReadPayload succeeded(int unreadNotices) {
			MutationResult result = MutationResult.succeeded();
			return new MarkNoticesAsReadPayload(result.success(), result.error(), result.userErrors(), unreadNotices);
		}

	}

}
