package com.howsmytrack.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads a list page by page, newest first. A page starts after the last row of the page before it, so the last page
/// costs as much as the first, and rows that are inserted meanwhile do not shift the pages. Random ids tell no age, so
/// a list of such rows is ordered by another column before the id.
///
/// An instance is used for one read.
public final class KeysetQuery {

	private final String select;

	private final String id;

	private @Nullable String leading;

	private LongFunction<Object> leadingValue = Long::valueOf;

	private final List<String> conditions = new ArrayList<>();

	private final Map<String, Object> parameters = new HashMap<>();

	private KeysetQuery(String select, String id) {
		this.select = select;
		this.id = id;
	}

	/// A list of all rows of the statement, ordered by the id.
	/// @param select the statement before `WHERE`
	/// @param id the column of the id
	public static KeysetQuery of(String select, String id) {
		return new KeysetQuery(select, id);
	}

	/// Orders the list by this column before the id.
	/// @param column of the type `bigint`, never null
	public KeysetQuery orderedBy(String column) {
		this.leading = column;
		return this;
	}

	/// Orders the list by this column before the id.
	/// @param column of the type `timestamptz`, never null
	public KeysetQuery orderedByTime(String column) {
		this.leading = column;
		this.leadingValue = KeysetQuery::time;
		return this;
	}

	/// The driver sends the latest time of Java as `infinity`.
	private static OffsetDateTime time(long microseconds) {
		return (microseconds == RowPosition.END.leading()) ? OffsetDateTime.MAX
				: Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
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

	/// Only rows that meet the condition, or only those that do not.
	/// @param condition never null for a row
	/// @param wanted null if the filter is not used
	public KeysetQuery whereIs(String condition, @Nullable Boolean wanted) {
		if (wanted != null) {
			this.conditions.add(wanted ? condition : "NOT (" + condition + ")");
		}
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
		all.add(isBeyond("<", "olderThan"));
		all.add(isBeyond(">", "newerThan"));
		String direction = range.oldest() ? "ASC" : "DESC";
		String order = (this.leading != null) ? "%s %s, ".formatted(this.leading, direction) : "";
		List<T> found = jdbc
			.sql("%s WHERE %s ORDER BY %s%s %s LIMIT :limit".formatted(this.select, String.join(" AND ", all), order,
					this.id, direction))
			.params(this.parameters)
			.param("olderThan", range.olderThan().id())
			.param("olderThanLeading", this.leadingValue.apply(range.olderThan().leading()))
			.param("newerThan", range.newerThan().id())
			.param("newerThanLeading", this.leadingValue.apply(range.newerThan().leading()))
			.param("limit", range.size() + 1)
			.query(row)
			.list();
		boolean more = found.size() > range.size();
		List<T> rows = more ? found.subList(0, range.size()) : found;
		return range.oldest() ? new Page<>(rows.reversed(), more, !range.newerThan().equals(RowPosition.BEGINNING))
				: new Page<>(rows, !range.olderThan().equals(RowPosition.END), more);
	}

	private String isBeyond(String operator, String position) {
		return (this.leading == null) ? "%s %s :%s".formatted(this.id, operator, position)
				: "(%1$s, %2$s) %3$s (:%4$sLeading, :%4$s)".formatted(this.leading, this.id, operator, position);
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
