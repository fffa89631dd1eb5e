package com.howsmytrack.account.preference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.MailPreference;
import com.howsmytrack.account.MailPreferences;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.mail.MailKind;
import com.howsmytrack.mail.MailKinds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Switches kinds of mail on and off for an account. A change is one statement that inserts or updates the row, so that
/// two changes at once do not violate the primary key.
@Component
public class MailPreferenceService implements MailPreferences {

	/// The lock keeps the account from being deleted before the row is inserted.
	private static final String SET = """
			INSERT INTO mail_preference (account_id, kind, enabled)
			SELECT id, :kind, :enabled FROM account WHERE %s FOR KEY SHARE
			ON CONFLICT (account_id, kind) DO UPDATE SET enabled = excluded.enabled""";

	private final JdbcClient jdbc;

	private final MailKinds kinds;

	/// The preferences of a member without rows. They are cached, because the page of the
	/// member is read often and few members switch mails off.
	private final List<MailPreference> allEnabled;

	MailPreferenceService(JdbcClient jdbc, MailKinds kinds) {
		this.jdbc = jdbc;
		this.kinds = kinds;
		this.allEnabled = preferences(kinds, List.of());
	}

	@Override
	public List<MailPreference> withSwitchedOff(Collection<String> switchedOff) {
		return switchedOff.isEmpty() ? this.allEnabled : preferences(this.kinds, switchedOff);
	}

	private static List<MailPreference> preferences(MailKinds kinds, Collection<String> switchedOff) {
		return kinds.optional().stream().map((kind) -> preference(kind, !switchedOff.contains(kind.name()))).toList();
	}

	private static MailPreference preference(MailKind kind, boolean enabled) {
		return new MailPreference(kind.name(), kind.description(), enabled);
	}

	public List<MailPreference> of(AccountId account) {
		return withSwitchedOff(
				this.jdbc.sql("SELECT kind FROM mail_preference WHERE account_id = :account AND NOT enabled")
					.param("account", account.value())
					.query((row, _) -> row.getString("kind"))
					.list());
	}

	Outcome<MailPreference> set(AccountId member, String kind, boolean enabled) {
		Optional<MailKind> known = this.kinds.findOptional(kind);
		if (known.isEmpty()) {
			return Outcome.failed(PreferenceErrors.UNKNOWN_MAIL_KIND);
		}
		int changed = this.jdbc.sql(SET.formatted("id = :account"))
			.param("account", member.value())
			.param("kind", kind)
			.param("enabled", enabled)
			.update();
		return (changed > 0) ? Outcome.succeeded(preference(known.get(), enabled))
				: Outcome.failed(UserError.NOT_LOGGED_IN);
	}

	boolean hasUnsubscribeKey(UUID key) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM account WHERE unsubscribe_key = :key)")
			.param("key", key)
			.query(Boolean.class)
			.single();
	}

	/// Switches the kind off for the account with this unsubscribe key.
	/// @return false if no account has the key
	boolean switchOff(MailKind kind, UUID key) {
		return this.jdbc.sql(SET.formatted("unsubscribe_key = :key"))
			.param("key", key)
			.param("kind", kind.name())
			.param("enabled", false)
			.update() > 0;
	}

}
