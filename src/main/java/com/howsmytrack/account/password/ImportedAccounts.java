package com.howsmytrack.account.password;

import com.howsmytrack.account.core.EmailAddress;

import org.springframework.modulith.NamedInterface;

/// Checks for the import whether addresses and password hashes of Django accounts can be used here.
@NamedInterface("imported")
public final class ImportedAccounts {

	/// The id of the encoder for the hashes, as in their prefix.
	static final String PASSWORD_ENCODER = "django";

	private ImportedAccounts() {
	}

	/// Whether a member can sign in with this address.
	public static boolean canSignInWith(String address) {
		return EmailAddress.parse(address).isPresent();
	}

	/// Whether a password can match this hash.
	public static boolean canVerify(String djangoHash) {
		return DjangoPasswordEncoder.canRead(djangoHash);
	}

	/// The prefix of these hashes in the column `password_hash`.
	public static String passwordPrefix() {
		return "{%s}".formatted(PASSWORD_ENCODER);
	}

}
