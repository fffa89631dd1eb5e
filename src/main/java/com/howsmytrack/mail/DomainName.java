package com.howsmytrack.mail;

import java.util.Locale;
import java.util.Optional;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;

/// Converts the domains of email addresses between the form that mail servers know, which is ASCII, and the form that
/// people read (UTS 46, non-transitional, as in browsers).
///
/// The library is ICU4J (15 MB). `java.net.IDN` implements IDNA 2003 with the characters of the year 2002: it converts
/// `straße.example` to `strasse.example`, which can belong to another person, and it has no rules for labels with letters of
/// several scripts or of both directions. No smaller library with these rules exists for Java.
public final class DomainName {

	/// A longer domain is rejected before it is converted.
	private static final int LONGEST = 253;

	private static final String ENCODED_LABEL = "xn--";

	private DomainName() {
	}

	/// A domain in ASCII is returned as it is, except that encoded labels are checked.
	/// Empty if a label is empty, too long,
	/// mixes scripts that no language mixes, or has characters that no domain can have.
	public static Optional<String> toAscii(String domain) {
		if (isAscii(domain) && !hasEncodedLabel(domain)) {
			return Optional.of(domain);
		}
		return (domain.length() <= LONGEST) ? Uts46.toAscii(domain) : Optional.empty();
	}

	/// A domain that cannot be converted is returned as it is.
	public static String toUnicode(String domain) {
		return hasEncodedLabel(domain) ? Uts46.toUnicode(domain).orElse(domain) : domain;
	}

	/// The address with its domain in the form that mail servers know. Other text is
	/// returned as it is.
	static String addressToAscii(String address) {
		int at = address.lastIndexOf('@');
		return address.substring(0, at + 1)
				+ toAscii(address.substring(at + 1)).orElseGet(() -> address.substring(at + 1));
	}

	/// The address with its domain in the form that people read.
	static String addressToUnicode(String address) {
		int at = address.lastIndexOf('@');
		return address.substring(0, at + 1) + toUnicode(address.substring(at + 1));
	}

	private static boolean isAscii(String domain) {
		return domain.chars().allMatch((character) -> character < 0x80);
	}

	private static boolean hasEncodedLabel(String domain) {
		return domain.toLowerCase(Locale.ROOT).contains(ENCODED_LABEL);
	}

	/// Loaded with the first international domain, so that a service without one does not
	/// read the tables of Unicode.
	private static final class Uts46 {

		private static final IDNA IDNA_RULES = IDNA
			.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.USE_STD3_RULES
					| IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.CHECK_CONTEXTO);

		/// A label has letters of one script, or of those that Chinese, Japanese or
		/// Korean combine, also with Latin
		/// (UTS 39, "highly restrictive").
		private static final SpoofChecker SCRIPT_RULES = new SpoofChecker.Builder()
			.setChecks(SpoofChecker.RESTRICTION_LEVEL)
			.setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
			.build();

		static Optional<String> toAscii(String domain) {
			StringBuilder ascii = new StringBuilder();
			IDNA.Info info = new IDNA.Info();
			IDNA_RULES.nameToASCII(domain, ascii, info);
			return (info.hasErrors() || toUnicode(ascii.toString()).isEmpty()) ? Optional.empty()
					: Optional.of(ascii.toString());
		}

		static Optional<String> toUnicode(String domain) {
			StringBuilder unicode = new StringBuilder();
			IDNA.Info info = new IDNA.Info();
			IDNA_RULES.nameToUnicode(domain, unicode, info);
			return (info.hasErrors() || mixesScripts(unicode.toString())) ? Optional.empty()
					: Optional.of(unicode.toString());
		}

		private static boolean mixesScripts(String domain) {
			for (String label : domain.split("\\.", -1)) {
				if (SCRIPT_RULES.failsChecks(label)) {
					return true;
				}
			}
			return false;
		}

	}

}
