package com.howsmytrack.graphql;

/// A stable code by which programs recognize a [UserError]. Each module declares its codes as constants next to its
/// errors and adds them to the enum `UserErrorCode` in its part of the schema.
///
/// @param name as in the schema
public record ErrorCode(String name) {

	public static final ErrorCode NOT_LOGGED_IN = new ErrorCode("NOT_LOGGED_IN");

	public static final ErrorCode TOO_MANY_ATTEMPTS = new ErrorCode("TOO_MANY_ATTEMPTS");

	public static final ErrorCode TEXT_BLANK = new ErrorCode("TEXT_BLANK");

	public static final ErrorCode TEXT_WITHOUT_LETTERS = new ErrorCode("TEXT_WITHOUT_LETTERS");

	public static final ErrorCode TEXT_TOO_LONG = new ErrorCode("TEXT_TOO_LONG");

	public static final ErrorCode UNSUPPORTED_CHARACTER = new ErrorCode("UNSUPPORTED_CHARACTER");

	static final ErrorCode NOT_PERMITTED = new ErrorCode("NOT_PERMITTED");

}
