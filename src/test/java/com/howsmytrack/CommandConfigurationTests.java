package com.howsmytrack;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.jobs.JobRunner;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;
import com.howsmytrack.testing.TestPostgres;
import com.howsmytrack.testing.WholeApplication;
import com.howsmytrack.track.Genre;
import graphql.GraphQL;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.ITemplateEngine;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

/// Every command and every job has the beans that it needs, and none of those that only the service needs.
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class CommandConfigurationTests {

	private static final List<Class<?>> OF_THE_SERVICE = List.of(DispatcherServlet.class, SecurityFilterChain.class,
			GraphQlSource.class, GraphQL.class, ITemplateEngine.class, MeterRegistry.class);

	@Autowired
	private FeedbackScenario scenario;

	@Autowired
	private Database database;

	static Collection<CommandCatalog.Entry> entries() {
		return CommandCatalog.ofClassPath().entries();
	}

	static List<String> jobs() {
		return entries().stream()
			.filter(CommandCatalog.JobEntry.class::isInstance)
			.map(CommandCatalog.Entry::name)
			.toList();
	}

	/// If this fails for a new command that uses a repository, its definition lacks
	/// `usesEntities`. If it needs another auto-configuration, add that to
	/// [CommandConfiguration].
	@ParameterizedTest
	@MethodSource("entries")
	void createsTheCommandWithoutBeansOfTheService(CommandCatalog.Entry entry) {
		try (ConfigurableApplicationContext context = context(entry)) {
			assertThat(context.getBeanFactory().getSingletonNames()).as("migrated before the command")
				.contains("flywayInitializer");
			assertThat(beanOf(entry, context)).isNotNull();

			assertThat(context).isNotInstanceOf(WebApplicationContext.class);
			assertThat(OF_THE_SERVICE).allSatisfy((type) -> assertThat(context.getBeanNamesForType(type)).isEmpty());
			assertThat(context.getBeanNamesForAnnotation(Controller.class)).isEmpty();
			assertThat(context.getBeanNamesForType(EntityManagerFactory.class)).hasSize(entry.usesEntities() ? 1 : 0);
			assertThat(createdClasses(context))
				.noneMatch((name) -> name.startsWith("graphql.") || name.startsWith("org.springframework.graphql."));
		}
	}

	/// The listeners of events are created when a job publishes the first event. No test
	/// needs to know which job publishes which event.
	@Test
	void createsTheListenersOfAllEventsForAJob() {
		CommandCatalog.Entry job = CommandCatalog.ofClassPath().find("assign-groups").orElseThrow();
		try (ConfigurableApplicationContext context = context(job)) {
			List<String> listeners = Arrays.stream(context.getBeanDefinitionNames())
				.filter((name) -> listensToEvents(context.getType(name)))
				.toList();

			assertThat(listeners).contains("newGroupNotifications", "liveNotifications", "runningJobs")
				.allSatisfy(context::getBean);
		}
	}

	@ParameterizedTest
	@MethodSource("jobs")
	void runsTheJob(String name, CapturedOutput output) {
		List<Browser> members = this.scenario.group("ada", "bob", "eve");
		FeedbackScenario.submitAllForms(members.getFirst());
		FeedbackScenario.rate(members.get(1), this.scenario.response("ada", "bob"), 5);
		this.scenario.memberWithTrack("joe", Genre.JAZZ);
		this.scenario.memberWithTrack("kim", Genre.JAZZ);
		this.scenario.requestMailsForAll();

		assertThat(CommandLine.run(new String[] { name, databaseUrl() })).isZero();
		assertThat(this.database.list(String.class, "SELECT outcome FROM job_run WHERE job = ? ORDER BY id DESC", name))
			.startsWith("SUCCEEDED");
		assertThat(output).doesNotContain(" WARN ", " ERROR ");
	}

	@Test
	void queuesMailsAboutNewGroups() {
		this.scenario.memberWithTrack("ada", Genre.JAZZ);
		this.scenario.memberWithTrack("bob", Genre.JAZZ);
		this.scenario.requestMailsForAll();

		assertThat(CommandLine.run(new String[] { "assign-groups", databaseUrl() })).isZero();
		assertThat(this.database.count("outgoing_mail WHERE kind = 'new-group'")).isEqualTo(2);
	}

	private static ConfigurableApplicationContext context(CommandCatalog.Entry entry) {
		return CommandLine.context(entry, databaseUrl());
	}

	private static String databaseUrl() {
		return "--DATABASE_URL=" + TestPostgres.databaseUrl();
	}

	private static Object beanOf(CommandCatalog.Entry entry, ConfigurableApplicationContext context) {
		return switch (entry) {
			case CommandCatalog.JobEntry _ -> context.getBean(JobRunner.class);
			case CommandCatalog.CommandEntry command -> context.getBean(command.type());
		};
	}

	private static boolean listensToEvents(Class<?> type) {
		Class<?> beanClass = ClassUtils.getUserClass(Objects.requireNonNull(type));
		return beanClass.getName().startsWith("com.howsmytrack.")
				&& !beanClass.getPackage().equals(TestPostgres.class.getPackage())
				&& Arrays.stream(ReflectionUtils.getDeclaredMethods(beanClass))
					.anyMatch((method) -> AnnotatedElementUtils.hasAnnotation(method, EventListener.class));
	}

	private static List<String> createdClasses(ConfigurableApplicationContext context) {
		ConfigurableListableBeanFactory beans = context.getBeanFactory();
		return Arrays.stream(beans.getSingletonNames())
			.map(beans::getSingleton)
			.filter(Objects::nonNull)
			.map((bean) -> ClassUtils.getUserClass(bean).getName())
			.toList();
	}

}
