package com.howsmytrack.track;

import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The look-ups in a data export that the member caused and that are not done yet. Later, they are not connected with the
/// account.
@Component
class LookupData implements PersonalData {

	private final JdbcClient jdbc;

	LookupData(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String section() {
		return "trackLookups";
	}

	@Override
	public Set<String> tables() {
		return Set.of("track_lookup");
	}

	@Override
	public Object of(AccountId account) {
		return this.jdbc.sql("SELECT url FROM track_lookup WHERE caused_by = :account ORDER BY url")
			.param("account", account.value())
			.query((row, number) -> row.getString("url"))
			.list();
	}

}
