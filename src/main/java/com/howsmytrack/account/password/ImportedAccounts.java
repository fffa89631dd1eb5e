package com.howsmytrack.account.password;

import com.howsmytrack.account.core.EmailAddress;

import org.springframework.modulith.NamedInterface;

/// What an account of the service before this one brings along that still works here.
@NamedInterface("imported")
public final class ImportedAccounts {

	/// Says which encoder reads what follows.
	static final String PASSWORD_ENCODER = "django";

	private ImportedAccounts() {
	}

	/// Whether somebody can sign in with that address.
	public static boolean canSignInWith(String address) {
		return EmailAddress.parse(address).isPresent();
	}

	/// Whether there may be a password that fits that hash.
	public static boolean canVerify(String djangoHash) {
		return DjangoPasswordEncoder.canRead(djangoHash);
	}

	/// What goes before such a hash where hashes of passwords are kept.
	public static String passwordPrefix() {
		return "{%s}".formatted(PASSWORD_ENCODER);
	}

}
