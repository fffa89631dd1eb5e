package com.howsmytrack.testing;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Looks past the application, at what is really stored.
@Component
public class Database {

	private final JdbcClient jdbc;

	Database(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	public <T> T single(Class<T> type, String sql, Object... params) {
		return this.jdbc.sql(sql).params(List.of(params)).query(type).single();
	}

	public <T> List<T> list(Class<T> type, String sql, Object... params) {
		return this.jdbc.sql(sql).params(List.of(params)).query(type).list();
	}

	public int update(String sql, Object... params) {
		return this.jdbc.sql(sql).params(List.of(params)).update();
	}

}
