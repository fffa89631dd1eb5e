package com.howsmytrack.account.session;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;

/// Accounts for tests without passwords, because hashing a password takes long.
public final class Members {

	private Members() {
	}

	/// Creates an account without a password, with a cookie as `tokenAuth` sets it.
	public static Browser signedIn(Api api, Database database, SessionTokens tokens, String email) {
		long id = database.single(Long.class,
				"INSERT INTO account (email, password_hash, created_at) VALUES (?, 'none', now()) RETURNING id", email);
		return api.visitor().withToken(tokens.sign(tokens.begin(new AccountId(id), 0)));
	}

}
