package com.howsmytrack.account.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.ContractMailKinds;
import com.howsmytrack.account.VerifiedAddresses;
import com.howsmytrack.account.core.AccountService;
import com.howsmytrack.account.core.EmailAddress;
import com.howsmytrack.persistence.KeysetQuery;
import com.howsmytrack.persistence.Page;
import com.howsmytrack.persistence.PageRange;
import com.howsmytrack.persistence.Timestamps;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Queries of operators about accounts.
@Component
public class People {

	private static final String SELECT = """
			SELECT id, coalesce(email_as_typed, email) AS email, email_verified_at IS NOT NULL AS verified,
				email_refused_at IS NOT NULL AS refused, operator, disabled_at, created_at,
				ARRAY(SELECT kind FROM mail_preference WHERE account_id = account.id AND NOT enabled) AS switched_off
			FROM account""";

	private final JdbcClient jdbc;

	private final VerifiedAddresses verifiedAddresses;

	People(JdbcClient jdbc, VerifiedAddresses verifiedAddresses) {
		this.jdbc = jdbc;
		this.verifiedAddresses = verifiedAddresses;
	}

	/// The newest registration first. A prefix that no address can have matches no
	/// account.
	public Page<PersonRecord> find(PersonFilter filter, PageRange range) {
		AddressPrefix prefix = AddressPrefix.of(filter.emailPrefix());
		return KeysetQuery.of(SELECT, "id")
			.where(prefix.condition(), "beginning", prefix.pattern())
			// Literal conditions instead of parameters, so that PostgreSQL can use the
			// partial indexes.
			.whereIs("operator", filter.operator())
			.whereIs("disabled_at IS NOT NULL", filter.disabled())
			.whereIs("email_refused_at IS NOT NULL", filter.emailRefused())
			.read(this.jdbc, range, this::read);
	}

	/// Empty if there is no such account.
	public Optional<PersonRecord> byId(long id) {
		return KeysetQuery.of(SELECT, "id").one(this.jdbc, id, this::read);
	}

	/// Letter case does not matter. If imported accounts share the address, this is the
	/// account that a sign-in with the same spelling finds.
	public Optional<PersonRecord> byEmail(String email) {
		return EmailAddress.parse(email)
			.flatMap((address) -> this.jdbc.sql(SELECT + " " + AccountService.BY_EMAIL + " LIMIT 1")
				.param("email", address.value())
				.query(this::read)
				.optional());
	}

	/// Counts the existing accounts by the day of their registration, in UTC. Days
	/// without registrations are missing.
	/// @param from the first day
	/// @param to the last day
	public Map<LocalDate, Long> registrations(LocalDate from, LocalDate to) {
		Map<LocalDate, Long> registrations = new HashMap<>();
		this.jdbc.sql("SELECT day, registrations FROM registrations_per_day(:from, :end)")
			.param("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
			.param("end", to.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
			.query((row) -> {
				registrations.put(row.getObject("day", LocalDate.class), row.getLong("registrations"));
			});
		return registrations;
	}

	/// The day of the oldest account's registration, in UTC. Empty if there are no
	/// accounts.
	public Optional<LocalDate> firstRegistration() {
		return this.jdbc.sql("SELECT created_at FROM account ORDER BY id LIMIT 1")
			.query((row, _) -> Timestamps.utc(row, "created_at").toLocalDate())
			.optional();
	}

	private PersonRecord read(ResultSet row, int number) throws SQLException {
		List<String> switchedOff = List.of((String[]) row.getArray("switched_off").getArray());
		return new PersonRecord(row.getLong("id"), row.getString("email"),
				!this.verifiedAddresses.areRequired() || row.getBoolean("verified"), row.getBoolean("refused"),
				row.getBoolean("operator"), Timestamps.utcOrNull(row, "disabled_at"),
				!switchedOff.contains(ContractMailKinds.REMINDER), !switchedOff.contains(ContractMailKinds.NEW_GROUP),
				Timestamps.utc(row, "created_at"));
	}

}
