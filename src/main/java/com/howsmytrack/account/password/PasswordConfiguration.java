package com.howsmytrack.account.password;

import java.util.Map;

import com.howsmytrack.account.core.AccountSettings;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	private static final String ARGON2ID = "argon2id";

	/// The other half of the processors stays free for signed-in members.
	private static final int HASHES_AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	/// Argon2id, unlike bcrypt, uses every character of a long password. The prefix
	/// `{argon2id}` of a hash tells it from imported hashes.
	@Bean
	PasswordEncoder passwordEncoder(@Qualifier(ARGON2ID) Argon2idEncoder argon2id) {
		Map<String, PasswordEncoder> encoders = Map.of(ARGON2ID, argon2id, ImportedAccounts.PASSWORD_ENCODER,
				new DjangoPasswordEncoder());
		return new QueueingPasswordEncoder(new DelegatingPasswordEncoder(ARGON2ID, encoders), HASHES_AT_ONCE);
	}

	@Bean(defaultCandidate = false)
	Argon2idEncoder argon2id(AccountSettings settings) {
		AccountSettings.PasswordHash hash = settings.passwordHash();
		return new Argon2idEncoder(Math.toIntExact(hash.memory().toKilobytes()), hash.passes(), HASHES_AT_ONCE);
	}

	@Bean
	DummyPasswordHash dummyPasswordHash(@Qualifier(ARGON2ID) Argon2idEncoder argon2id) {
		return new DummyPasswordHash("{%s}%s".formatted(ARGON2ID, argon2id.dummyHash()));
	}

}
