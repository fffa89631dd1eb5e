package com.howsmytrack.account.core;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.howsmytrack.mail.DomainName;

/// One email address as HTML's email field accepts it, with additional rules that mail servers have: the domain has at
/// least two labels, and the local part has no dot at its ends or beside another dot. The domain may be international; the
/// local part is ASCII, because few mail servers accept other local parts (SMTPUTF8).
///
/// The spelling is kept. Addresses that differ in letter case only belong to one account.
///
/// @param value the form for comparing and sending, which is ASCII
/// @param typed the form that members see: as they typed it, without surrounding white space
public record EmailAddress(String value, String typed) {

	static final int LONGEST = 254;

	private static final String LOCAL_PART_ATOM = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";

	private static final String DOMAIN_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

	/// Possessive quantifiers, so that the match takes linear time.
	private static final Pattern ADDRESS = Pattern
		.compile("%1$s(?:\\.%1$s)*+@%2$s(?:\\.%2$s)++".formatted(LOCAL_PART_ATOM, DOMAIN_LABEL));

	/// Drops surrounding white space and invisible characters, which are easily copied
	/// with an address. Empty if the rest is
	/// not an address.
	public static Optional<EmailAddress> parse(String text) {
		String typed = InvisibleCharacters.strip(text);
		int at = typed.lastIndexOf('@');
		if (typed.length() > LONGEST || at < 0) {
			return Optional.empty();
		}
		String domain = typed.substring(at + 1);
		return DomainName.toAscii(domain)
			.map((ascii) -> new EmailAddress(typed.substring(0, at + 1) + ascii,
					typed.substring(0, at + 1) + shown(domain, ascii)))
			.filter(EmailAddress::isValid);
	}

	/// Browsers encode the domain in a field for addresses, so an encoded domain was most
	/// likely typed as it is read. A domain
	/// that differs from that in more than letter case contains characters that change
	/// nothing, for example invisible ones.
	private static String shown(String domain, String ascii) {
		String unicode = DomainName.toUnicode(ascii);
		return domain.toLowerCase(Locale.ROOT).equals(unicode.toLowerCase(Locale.ROOT)) ? domain : unicode;
	}

	private boolean isValid() {
		return this.value.length() <= LONGEST && this.typed.length() <= LONGEST
				&& ADDRESS.matcher(this.value).matches();
	}

}
