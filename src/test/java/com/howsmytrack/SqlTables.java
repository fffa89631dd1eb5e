package com.howsmytrack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Finds the names that a text has in places where SQL names tables. It reads words and punctuation only, so that it also
/// works for fragments of SQL.
///
/// The target of `REFERENCES` is not such a place: a foreign key to a table of another module is allowed.
final class SqlTables {

	private static final Pattern TOKEN = Pattern.compile("\\w+|[^\\s\\w]");

	/// A table, or a list of tables, follows.
	private static final Set<String> BEGINNINGS = Set.of("from", "join", "into", "update", "table", "only", "lock",
			"copy", "analyze", "truncate", "using");

	private static final Set<String> BETWEEN_BEGINNING_AND_TABLE = Set.of("lateral");

	/// After these words, a comma does not separate tables. A comma after a join and its
	/// condition does.
	private static final Set<String> ENDS = Set.of("select", "where", "group", "having", "window", "order", "limit",
			"offset", "fetch", "for", "union", "intersect", "except", "set", "values", "returning", "when", "add",
			"alter", ";");

	/// What the next token can be, at one level of parentheses.
	private enum Expected {

		TABLE, COMMA_BEFORE_TABLE, NO_TABLE

	}

	private final Set<String> names = new LinkedHashSet<>();

	/// The levels outside the current one.
	private final Deque<Expected> outside = new ArrayDeque<>();

	private Expected expected = Expected.NO_TABLE;

	private String previous = "";

	/// The last token, if it is a table or a schema.
	private @Nullable String candidate;

	private SqlTables() {
	}

	/// In lower case. Names that are not names of tables, for example of functions, are
	/// included.
	static Set<String> namedIn(String text) {
		SqlTables reader = new SqlTables();
		TOKEN.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((token) -> token.toLowerCase(Locale.ROOT))
			.forEach(reader::read);
		reader.endName();
		return reader.names;
	}

	private void read(String token) {
		if (token.equals(".") && this.candidate != null) {
			// The name of a schema: the table follows.
			this.candidate = null;
			this.expected = Expected.TABLE;
			return;
		}
		endName();
		switch (token) {
			case "(" -> readParenthesis();
			case ")" -> this.expected = this.outside.isEmpty() ? Expected.NO_TABLE : this.outside.pop();
			case "," -> {
				if (this.expected == Expected.COMMA_BEFORE_TABLE) {
					this.expected = Expected.TABLE;
				}
			}
			default -> readWord(token);
		}
		this.previous = token;
	}

	/// After `FROM (`, a table or a query follows. After `USING (`, columns follow.
	private void readParenthesis() {
		boolean inPlaceOfTable = this.expected == Expected.TABLE;
		this.outside.push(inPlaceOfTable ? Expected.COMMA_BEFORE_TABLE : this.expected);
		this.expected = (inPlaceOfTable && !this.previous.equals("using")) ? Expected.TABLE : Expected.NO_TABLE;
	}

	private void readWord(String word) {
		if (BEGINNINGS.contains(word)) {
			this.expected = Expected.TABLE;
		}
		else if (ENDS.contains(word)) {
			this.expected = Expected.NO_TABLE;
		}
		else if (this.expected == Expected.TABLE && !BETWEEN_BEGINNING_AND_TABLE.contains(word)) {
			this.candidate = word;
			this.expected = Expected.COMMA_BEFORE_TABLE;
		}
	}

	private void endName() {
		if (this.candidate != null) {
			this.names.add(this.candidate);
			this.candidate = null;
		}
	}

}
