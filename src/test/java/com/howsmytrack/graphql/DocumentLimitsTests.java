package com.howsmytrack.graphql;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Statements;
import com.howsmytrack.testing.WholeApplication;
import graphql.introspection.IntrospectionQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// Documents above the limits are rejected before they are executed.
@WholeApplication
class DocumentLimitsTests {

	@Autowired
	private Api api;

	private Browser ada;

	@BeforeEach
	void adaHasAnAccount() {
		this.ada = this.api.member("ada");
	}

	private static String times(int count, String pattern) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> pattern.replace("#", Integer.toString(number)))
			.collect(Collectors.joining(" "));
	}

	private static String nested(int depth) {
		return "{ " + "a { ".repeat(depth - 1) + "a" + " }".repeat(depth - 1) + " }";
	}

	/// Each fragment uses the fragment before it twice.
	private static String doubling(int fragments) {
		return IntStream.rangeClosed(1, fragments)
			.mapToObj((number) -> "fragment f%1$d on Query { ...f%2$d ...f%2$d }".formatted(number, number - 1))
			.collect(Collectors.joining(" ", "{ ...f%d } fragment f0 on Query { __typename } ".formatted(fragments),
					""));
	}

	static Stream<Arguments> documentsAboveALimit() {
		return Stream.of(
				Arguments.of("aliases", "{ feedbackGroups { " + times(100, "a#: id") + " } }", "at most 60 aliases"),
				Arguments.of("root fields", "{ " + times(21, "__typename") + " }", "at most 20 root fields"),
				Arguments.of("overlapping fields", "{ feedbackGroups { " + times(1_500, "id") + " } }",
						"at most 500 fields"),
				Arguments.of("depth", nested(21), "at most 20 levels"),
				Arguments.of("directives", "{ __typename " + times(51, "@include(if: true)") + " }",
						"at most 50 directives"),
				Arguments.of("fragments", "{ __typename } " + times(51, "fragment f# on Query { __typename }"),
						"at most 50 fragments"),
				Arguments.of("fragments that double", doubling(45), "at most 500 fields"),
				Arguments.of("passwords", "mutation { "
						+ times(2, "a#: tokenAuth(username: \"ada@example.com\", password: \"#\") { payload }") + " }",
						"at most 1 attempt"),
				Arguments.of("passwords in a fragment",
						"mutation { ...f tokenAuth(username: \"a\", password: \"b\") { payload } } fragment f on Mutation "
								+ "{ registerUser(email: \"a\", password: \"b\", passwordRepeat: \"c\") { success } }",
						"at most 1 attempt"),
				Arguments.of("tokens", "{ " + times(5_000, "id") + " }", "5,000"),
				Arguments.of("characters", "{ __typename } #" + "x".repeat(100_000), "100,000"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("documentsAboveALimit")
	void rejectDocumentsWithTheLimit(String what, String document, String limit) {
		List<String> statements = Statements.of(() -> {
			Answer answer = this.ada.run(document);

			assertThat(answer.errorMessages()).as(what).singleElement().asString().contains(limit);
			assertThat(answer.response().body()).doesNotContain("\"data\":{");
			return answer;
		});

		assertThat(statements).isEmpty();
	}

	@Test
	void haveACodeForPrograms() {
		Answer answer = this.ada.run("{ " + times(21, "__typename") + " }");

		assertThat(answer.<String>error("[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
		assertThat(answer.<String>error("[0].extensions.classification")).isEqualTo("BAD_REQUEST");
	}

	@Test
	void allowWhatTheClientAndGraphiQlSend() {
		this.ada.run("{ " + times(10, "r#: __typename") + " feedbackGroups { " + times(40, "a#: id") + " } }")
			.hasNoErrors();
		this.ada.run(IntrospectionQuery.INTROSPECTION_QUERY).hasNoErrors();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{ __typename # }|@unknown#", "{ # }|unknown#",
			"{ mediaInfo(mediaUrl: \"x\", #) { mediaUrl } }|unknown#: 1" })
	void giveFewErrorsForManyUnknownNames(String pattern) {
		String[] parts = pattern.split("\\|");
		Answer answer = this.ada.run(parts[0].replace("#", times(20, parts[1])));

		assertThat(answer.errorMessages()).hasSizeBetween(1, 5);
	}

	@Test
	void leaveFragmentsThatIncludeThemselvesToTheValidation() {
		Answer answer = this.ada.run("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a __typename }");

		assertThat(answer.errorMessages()).isNotEmpty().allMatch((message) -> message.contains("ragment"));
	}

	@Test
	void rejectLongListsInVariables() {
		Answer answer = this.ada.run("mutation($ids: [Int]!) { markRepliesAsRead(replyIds: $ids) { success } }",
				Map.of("ids", Collections.nCopies(1_001, 1)));

		assertThat(answer.errorMessages()).containsExactly("A list can have at most 1000 items.");
		this.ada
			.run("mutation($ids: [Int]!) { markRepliesAsRead(replyIds: $ids) { success } }",
					Map.of("ids", Collections.nCopies(1_000, 1)))
			.hasNoErrors();
	}

	@Test
	void rejectDeeplyNestedJson() {
		HttpResponse<String> answer = this.ada.post("/graphql", "application/json",
				"{\"query\": \"{ __typename }\", \"variables\": {\"x\": " + "[".repeat(10_000) + "]".repeat(10_000)
						+ "}}");

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).doesNotContain("jackson", "Exception");
	}

}
