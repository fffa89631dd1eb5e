package com.howsmytrack.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.mail.Mailbox;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.ManagementPort;
import com.howsmytrack.testing.WholeApplication;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The dashboard and the alerts use metrics and labels that the service has. After a change of a name in the service
/// alone, a panel would stay empty and an alert would never fire.
@WholeApplication
class MonitoringFilesTests {

	private static final Path DASHBOARD = Path.of("src/docs/monitoring/dashboard.json");

	private static final Path ALERTS = Path.of("src/docs/monitoring/alerts.yaml");

	private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");

	private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)");

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");

	/// A name that is not followed by a parenthesis, and so no function.
	private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");

	private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

	/// Names that Prometheus itself provides.
	private static final Set<String> OF_PROMETHEUS = Set.of("up", "instance", "job", "le");

	@Autowired
	private Api api;

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Mailbox mailbox;

	@Autowired
	private ManagementPort management;

	@Test
	void useMetricsOfTheService() throws IOException {
		produceMetrics();
		List<String> expressions = Stream.concat(expressionsOfDashboard().stream(), expressionsOfAlerts().stream())
			.toList();
		Set<String> names = expressions.stream().flatMap(MonitoringFilesTests::names).collect(Collectors.toSet());
		names.removeAll(OF_PROMETHEUS);

		assertThat(names).hasSizeGreaterThan(20);
		awaitMetrics((lines) -> assertThat(names(lines)).containsAll(names));
	}

	@Test
	void useLabelsOfTheService() throws IOException {
		produceMetrics();
		List<String> expressions = Stream.concat(expressionsOfDashboard().stream(), expressionsOfAlerts().stream())
			.toList();

		awaitMetrics((lines) -> expressions.forEach((expression) -> hasLabelsOf(expression, lines)));
	}

	private static void hasLabelsOf(String expression, List<String> lines) {
		SELECTOR.matcher(expression).results().forEach((selector) -> {
			for (String label : labels(selector.group(2))) {
				assertThat(lines).as(expression)
					.anyMatch((line) -> line.startsWith(selector.group(1) + "{") && line.contains(label + "=\""));
			}
		});
		GROUPING.matcher(expression).results().forEach((grouping) -> {
			for (String label : grouping.group(1).split("\\s*,\\s*")) {
				assertThat(OF_PROMETHEUS.contains(label)
						|| lines.stream().anyMatch((line) -> line.contains(label + "=\"")))
					.as(expression)
					.isTrue();
			}
		});
	}

	/// Gauges that read the database are cached for some seconds.
	private void awaitMetrics(Consumer<List<String>> assertion) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertion.accept(this.management.metrics()));
	}

	@Test
	void defineTheAlertsOfOperators() throws IOException {
		assertThat(alerts()).extracting((alert) -> alert.get("alert"))
			.contains("AssignmentRunMissing", "MailOlderThanAnHour", "OperationsFail");
		assertThat(alerts()).allSatisfy((alert) -> assertThat(alert).containsKeys("expr", "labels", "annotations"));
	}

	private void produceMetrics() {
		List<Browser> members = this.scenario.group("ada", "bo", "cy", "di");
		members.getFirst().run("{ userDetails { username } feedbackGroups { id } }").hasNoErrors();
		int group = members.getFirst().run("{ feedbackGroups { id } }").number("feedbackGroups[0].id");
		members.getFirst().run("{ feedbackGroup(feedbackGroupId: %d) { id } }".formatted(group)).hasNoErrors();
		assertThat(this.api.canSignIn("ada@example.com", "no")).isFalse();
		this.mailbox.deliver();
		System.gc();
	}

	private static Set<String> names(List<String> lines) {
		return lines.stream().map((line) -> line.split("[{ ]")[0]).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> names(String expression) {
		String bare = GROUPING.matcher(expression.replaceAll("\\[[^]]*]", " ").replaceAll("\\{[^}]*}", " "))
			.replaceAll(" ");
		return NAME.matcher(bare).results().map(MatchResult::group).filter((name) -> !OPERATORS.contains(name));
	}

	private static List<String> labels(String selector) {
		return MATCHER.matcher(selector)
			.results()
			.map((matcher) -> matcher.group(1))
			.filter((label) -> !OF_PROMETHEUS.contains(label))
			.toList();
	}

	private static List<String> expressionsOfDashboard() throws IOException {
		List<String> expressions = new ArrayList<>();
		for (JsonNode panel : JsonMapper.shared().readTree(Files.readString(DASHBOARD)).get("panels")) {
			for (JsonNode target : panel.path("targets")) {
				expressions.add(target.get("expr").asString());
			}
		}
		assertThat(expressions).isNotEmpty();
		return expressions;
	}

	private static List<String> expressionsOfAlerts() throws IOException {
		return alerts().stream().map((alert) -> String.valueOf(alert.get("expr"))).toList();
	}

	private static List<Map<String, Object>> alerts() throws IOException {
		Map<String, List<Map<String, List<Map<String, Object>>>>> file = new Yaml().load(Files.readString(ALERTS));
		return file.get("groups").getFirst().get("rules");
	}

}
