package com.howsmytrack.account.page;

/// Paths that the security of the pages depends on.
public final class PagePaths {

	/// Forms below this path need no CSRF token: mail programs post to it (RFC 8058).
	public static final String UNSUBSCRIBE = "/accounts/unsubscribe/";

	/// Pages that have the session of the member, to send another verification link.
	public static final String VERIFY = "/accounts/verify";

	private PagePaths() {
	}

}
