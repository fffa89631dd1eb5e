package com.howsmytrack.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A list that is read page by page, the newest first. A page begins behind the id where the one before it ended, so
/// the last page costs what the first does, and what is added meanwhile shifts nothing.
///
/// Each list is made for one reading.
public final class KeysetQuery {

	private final String select;

	private final String id;

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	private KeysetQuery(String select, String id) {
		this.select = select;
		this.id = id;
	}

	/// A list of all rows that the statement has.
	/// @param select all of it before `WHERE`
	/// @param id the column that the list is in the order of
	public static KeysetQuery of(String select, String id) {
		return new KeysetQuery(select, id);
	}

	/// Only rows for which that holds.
	public KeysetQuery where(String condition) {
		this.conditions.add(condition);
		return this;
	}

	/// Only rows for which that holds, if there is a value.
	/// @param condition with the value as a parameter of that name
	/// @param value null for a filter that is not used
	public KeysetQuery where(String condition, String name, @Nullable Object value) {
		if (value != null) {
			this.parameters.put(name, value);
			this.conditions.add(condition);
		}
		return this;
	}

	/// Reads one row more than asked for, to know whether there is one.
	public <T> Page<T> read(JdbcClient jdbc, PageRange range, RowMapper<T> row) {
		List<String> all = new ArrayList<>(this.conditions);
		all.add(this.id + " < :olderThan");
		all.add(this.id + " > :newerThan");
		List<T> found = jdbc
			.sql("%s WHERE %s ORDER BY %s %s LIMIT :limit".formatted(this.select, String.join(" AND ", all), this.id,
					range.oldest() ? "ASC" : "DESC"))
			.params(this.parameters)
			.param("olderThan", range.olderThan())
			.param("newerThan", range.newerThan())
			.param("limit", range.size() + 1)
			.query(row)
			.list();
		boolean more = found.size() > range.size();
		List<T> rows = more ? found.subList(0, range.size()) : found;
		return range.oldest() ? new Page<>(rows.reversed(), more, range.newerThan() > 0)
				: new Page<>(rows, range.olderThan() < Long.MAX_VALUE, more);
	}

	/// Reads the row of that id, if it is in the list.
	public <T> Optional<T> one(JdbcClient jdbc, long wanted, RowMapper<T> row) {
		List<String> all = new ArrayList<>(this.conditions);
		all.add(this.id + " = :wanted");
		return jdbc.sql("%s WHERE %s".formatted(this.select, String.join(" AND ", all)))
			.params(this.parameters)
			.param("wanted", wanted)
			.query(row)
			.optional();
	}

}
