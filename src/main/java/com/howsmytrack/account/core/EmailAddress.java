package com.howsmytrack.account.core;

import java.util.Optional;
import java.util.regex.Pattern;

/// One email address as HTML's email field accepts it, with additional rules that mail servers have: the domain has at
/// least two labels, and the local part has no dot at its ends or beside another dot.
///
/// The spelling is kept. Addresses that differ in letter case only belong to one account.
public record EmailAddress(String value) {

	static final int LONGEST = 254;

	private static final String LOCAL_PART_ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String DOMAIN_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

	/// Possessive quantifiers, so that the match takes linear time.
	private static final Pattern ADDRESS = Pattern
		.compile("%1$s(?:\\.%1$s)*+@%2$s(?:\\.%2$s)++".formatted(LOCAL_PART_ATOM, DOMAIN_LABEL));

	/// Empty if the text is not an address.
	public static Optional<EmailAddress> parse(String text) {
		return (text.length() <= LONGEST && ADDRESS.matcher(text).matches()) ? Optional.of(new EmailAddress(text))
				: Optional.empty();
	}

}
