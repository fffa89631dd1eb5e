package com.howsmytrack.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a list page by page, newest first. A page starts after the last id of the page before it, so the last page
/// costs as much as the first, and rows that are inserted meanwhile do not shift the pages.
///
/// An instance is used for one read.
public final class KeysetQuery {

	private final String select;

	private final String id;

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	private KeysetQuery(String select, String id) {
		this.select = select;
		this.id = id;
	}

	/// A list of all rows of the statement.
	/// @param select the statement before `WHERE`
	/// @param id the column by which the list is ordered
	public static KeysetQuery of(String select, String id) {
		return new KeysetQuery(select, id);
	}

	/// The value of a parameter of the statement before `WHERE`, or of a condition
	/// without a filter.
	public KeysetQuery with(String name, Object value) {
		this.parameters.put(name, value);
		return this;
	}

	/// Only rows that meet the condition.
	public KeysetQuery where(String condition) {
		this.conditions.add(condition);
		return this;
	}

	/// Only rows that meet the condition, if there is a value.
	/// @param condition contains the value as the parameter `:name`
	/// @param value null if the filter is not used
	public KeysetQuery where(String condition, String name, @Nullable Object value) {
		if (value != null) {
			this.parameters.put(name, value);
			this.conditions.add(condition);
		}
		return this;
	}

	/// Reads one row more than requested, to know whether there are more.
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

	/// Reads the row with this id, if it is in the list.
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
