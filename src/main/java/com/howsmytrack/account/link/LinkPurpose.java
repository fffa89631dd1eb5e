package com.howsmytrack.account.link;

/// What a mailed link can be used for. The database has the same names.
public enum LinkPurpose {

	NEW_PASSWORD, VERIFY_ADDRESS;

	/// Whether a change of the password makes earlier links of this purpose invalid.
	boolean isInvalidatedByPasswordChange() {
		return this == NEW_PASSWORD;
	}

}
