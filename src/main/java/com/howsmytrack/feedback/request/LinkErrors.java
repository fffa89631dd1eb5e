package com.howsmytrack.feedback.request;

import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.track.LinkRefusal;
import com.howsmytrack.track.ParsedLink;

/// The user errors about the link of a request. Their sentences are those of the track module.
final class LinkErrors {

	static final String ARGUMENT = "mediaUrl";

	static final ErrorCode NOT_SUPPORTED = new ErrorCode("INVALID_MEDIA_URL");

	static final ErrorCode SOURCE_NOT_ACCEPTED = new ErrorCode("MEDIA_SOURCE_NOT_ACCEPTED");

	static final ErrorCode HOME_PAGE = new ErrorCode("MEDIA_URL_IS_HOME_PAGE");

	static final ErrorCode PROFILE = new ErrorCode("MEDIA_URL_IS_PROFILE");

	static final ErrorCode PLAYLIST = new ErrorCode("MEDIA_URL_IS_PLAYLIST");

	static final ErrorCode LIKES = new ErrorCode("MEDIA_URL_IS_LIST_OF_MEMBER");

	static final ErrorCode FOLDER = new ErrorCode("MEDIA_URL_IS_FOLDER");

	static final ErrorCode WITHOUT_KEY = new ErrorCode("MEDIA_URL_WITHOUT_KEY");

	static final ErrorCode OTHER_PAGE = new ErrorCode("MEDIA_URL_IS_OTHER_PAGE");

	private LinkErrors() {
	}

	static UserError of(ParsedLink.Refused link) {
		return new UserError(codeOf(link.reason()), link.sentence(), ARGUMENT);
	}

	private static ErrorCode codeOf(LinkRefusal reason) {
		return switch (reason) {
			case NOT_SUPPORTED -> NOT_SUPPORTED;
			case SOURCE_NOT_ACCEPTED -> SOURCE_NOT_ACCEPTED;
			case HOME_PAGE -> HOME_PAGE;
			case PROFILE -> PROFILE;
			case PLAYLIST -> PLAYLIST;
			case LIKES -> LIKES;
			case FOLDER -> FOLDER;
			case WITHOUT_KEY -> WITHOUT_KEY;
			case OTHER_PAGE -> OTHER_PAGE;
		};
	}

	/// Whether the link itself is wrong. A track that is already pending has a valid
	/// link.
	static boolean isAboutLink(UserError error) {
		return ARGUMENT.equals(error.argument()) && !error.code().equals(RequestErrors.TRACK_ALREADY_PENDING.code());
	}

}
