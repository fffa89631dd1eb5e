package com.howsmytrack.account.password;

import java.util.Optional;

import com.howsmytrack.account.core.EmailAddress;

import org.springframework.modulith.NamedInterface;

/// Checks for the import whether addresses and password hashes of Django accounts can be used here.
@NamedInterface("imported")
public final class ImportedAccounts {

	/// The id of the encoder for the hashes, as in their prefix.
	static final String PASSWORD_ENCODER = "django";

	private ImportedAccounts() {
	}

	/// The address with which the member signs in. Empty if that is not possible.
	public static Optional<ImportedAddress> address(String text) {
		return EmailAddress.parse(text).map((address) -> new ImportedAddress(address.value(), address.typed()));
	}

	/// Whether a password can match this hash.
	public static boolean canVerify(String djangoHash) {
		return DjangoPasswordEncoder.canRead(djangoHash);
	}

	/// The prefix of these hashes in the column `password_hash`.
	public static String passwordPrefix() {
		return "{%s}".formatted(PASSWORD_ENCODER);
	}

	/// An address of a Django account in both forms.
	///
	/// @param value the column `email`
	/// @param typed the address as members see it
	public record ImportedAddress(String value, String typed) {
	}

}
