package com.howsmytrack.account.core;

import java.util.Optional;
import java.util.regex.Pattern;

/// One address as HTML's email field accepts it, and a little stricter where no mail server would take it:
/// the domain has two labels or more, no dot stands at an end of the local part or beside another.
///
/// Kept as it was typed; two that differ only in case belong to one account.
public record EmailAddress(String value) {

	static final int LONGEST = 254;

	private static final String LOCAL_PART_ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String DOMAIN_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

	/// Possessive: an address either matches at first sight or not at all.
	private static final Pattern ADDRESS = Pattern
		.compile("%1$s(?:\\.%1$s)*+@%2$s(?:\\.%2$s)++".formatted(LOCAL_PART_ATOM, DOMAIN_LABEL));

	/// Empty when it is no address.
	public static Optional<EmailAddress> parse(String text) {
		return (text.length() <= LONGEST && ADDRESS.matcher(text).matches()) ? Optional.of(new EmailAddress(text))
				: Optional.empty();
	}

}
