package com.howsmytrack.account.session;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;

/// Accounts for tests that are not about passwords: hashing one takes its time, on purpose.
public final class Members {

	private Members() {
	}

	/// Has no password, but a cookie as `tokenAuth` sets it.
	public static Browser signedIn(Api api, Database database, SessionTokens tokens, String email) {
		long id = database.single(Long.class,
				"INSERT INTO account (email, password_hash, created_at) VALUES (?, 'none', now()) RETURNING id", email);
		return api.stranger().withToken(tokens.sign(tokens.begin(new AccountId(id), 0)));
	}

}
