package com.howsmytrack.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares responses with the results of SQL, field by field.
final class AnswerCheck {

	private static final int ANSWERS = 100;

	private static final JsonMapper JSON = new JsonMapper();

	private AnswerCheck() {
	}

	/// Returns a description of the differences; empty if there are none.
	static Optional<String> of(Operation operation, Workload workload, Service service)
			throws IOException, InterruptedException, SQLException {
		List<String> lines = new ArrayList<>(workload.lines(operation));
		Collections.shuffle(lines, new Random());
		List<String> wrong = new ArrayList<>();
		for (String line : lines.subList(0, Math.min(ANSWERS, lines.size()))) {
			String[] tokenAndSubject = line.split(" ");
			String answer = service.post(tokenAndSubject[0], operation.body(tokenAndSubject[1])).body();
			String member = memberOf(tokenAndSubject[0]);
			String expected = workload.database()
				.ask(SqlScript.read(operation.answerFile(), Map.of("member", member, "subject", tokenAndSubject[1]))
					.single());
			if (!same(JSON.readTree(answer).path("data"), JSON.readTree(expected))) {
				wrong.add("that of member %s is %s instead of %s".formatted(member, answer, expected));
			}
		}
		return wrong.isEmpty() ? Optional.empty() : Optional.of("%s: %d of %d responses differ from SQL, %s"
			.formatted(operation.field(), wrong.size(), ANSWERS, wrong.getFirst()));
	}

	private static String memberOf(String token) {
		byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
		return JSON.readTree(claims).path("sub").asString();
	}

	static boolean same(JsonNode answer, JsonNode expected) {
		if (expected.isObject()) {
			return answer.isObject() && answer.size() == expected.size() && expected.propertyStream()
				.allMatch((field) -> same(answer.path(field.getKey()), field.getValue()));
		}
		if (expected.isArray()) {
			boolean same = answer.isArray() && answer.size() == expected.size();
			for (int index = 0; same && index < expected.size(); index++) {
				same = same(answer.get(index), expected.get(index));
			}
			return same;
		}
		if (expected.isNumber()) {
			return answer.isNumber() && answer.decimalValue().compareTo(expected.decimalValue()) == 0;
		}
		return answer.equals(expected) || sameTime(answer.asString(""), expected.asString(""));
	}

	/// Responses have times in UTC with milliseconds.
	private static boolean sameTime(String answer, String expected) {
		String time = "\\d{4}-\\d\\d-\\d\\dT.*";
		return answer.matches(time) && expected.matches(time)
				&& OffsetDateTime.parse(answer).isEqual(OffsetDateTime.parse(expected).truncatedTo(ChronoUnit.MILLIS));
	}

}
