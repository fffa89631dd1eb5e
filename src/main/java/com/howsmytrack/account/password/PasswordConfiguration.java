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

	/// Half of the processors, so that the other half stays free for other requests.
	private static final int CONCURRENT_HASHES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

	/// Argon2id, unlike bcrypt, uses every character of a long password. The prefix
	/// `{argon2id}` of a hash distinguishes it from imported hashes.
	@Bean
	PasswordEncoder passwordEncoder(@Qualifier(ARGON2ID) Argon2idEncoder argon2id) {
		Map<String, PasswordEncoder> encoders = Map.of(ARGON2ID, argon2id, ImportedAccounts.PASSWORD_ENCODER,
				new DjangoPasswordEncoder());
		return new QueueingPasswordEncoder(new DelegatingPasswordEncoder(ARGON2ID, encoders), CONCURRENT_HASHES);
	}

	@Bean(defaultCandidate = false)
	Argon2idEncoder argon2id(AccountSettings settings) {
		AccountSettings.PasswordHash hash = settings.passwordHash();
		return new Argon2idEncoder(Math.toIntExact(hash.memory().toKilobytes()), hash.passes(), CONCURRENT_HASHES);
	}

	@Bean
	DummyPasswordHash dummyPasswordHash(@Qualifier(ARGON2ID) Argon2idEncoder argon2id) {
		return new DummyPasswordHash("{%s}%s".formatted(ARGON2ID, argon2id.dummyHash()));
	}

}
