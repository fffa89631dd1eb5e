package com.howsmytrack;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandDefinition;
import com.howsmytrack.jobs.JobDefinition;
import com.howsmytrack.jobs.JobName;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/// All names that the command line accepts: those of commands and of jobs. It reads the annotations of the classes
/// without starting Spring, so that an unknown name is reported at once.
final class CommandCatalog {

	private final Map<String, Entry> entries = new TreeMap<>();

	private CommandCatalog() {
	}

	static CommandCatalog ofClassPath() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(CommandCatalog::isBeanWithDefinition);
		CommandCatalog catalog = new CommandCatalog();
		scanner.findCandidateComponents(ClassUtils.getPackageName(CommandCatalog.class)).forEach(catalog::add);
		return catalog;
	}

	private static boolean isBeanWithDefinition(MetadataReader reader, MetadataReaderFactory factory)
			throws IOException {
		AnnotationMetadata metadata = reader.getAnnotationMetadata();
		return metadata.isAnnotated(Component.class.getName()) && (metadata.isAnnotated(JobDefinition.class.getName())
				|| metadata.isAnnotated(CommandDefinition.class.getName()));
	}

	private void add(BeanDefinition definition) {
		String className = Objects.requireNonNull(definition.getBeanClassName());
		MergedAnnotations annotations = ((AnnotatedBeanDefinition) definition).getMetadata().getAnnotations();
		MergedAnnotation<JobDefinition> job = annotations.get(JobDefinition.class);
		Entry entry = job.isPresent() ? new JobEntry(new JobName(job.getString("name")))
				: CommandEntry.of(className, annotations.get(CommandDefinition.class));
		if (this.entries.putIfAbsent(entry.name(), entry) != null) {
			throw new IllegalStateException(
					"Two jobs or commands are named %s, one of them is %s".formatted(entry.name(), className));
		}
	}

	Optional<Entry> find(String name) {
		return Optional.ofNullable(this.entries.get(name));
	}

	/// In alphabetical order.
	Collection<Entry> entries() {
		return Collections.unmodifiableCollection(this.entries.values());
	}

	/// Each name with its arguments, in alphabetical order.
	List<String> usages() {
		return this.entries.values().stream().map(Entry::usage).toList();
	}

	/// A name that the command line accepts.
	sealed interface Entry {

		String name();

		List<String> arguments();

		boolean usesEntities();

		default String usage() {
			return String.join(" ", name(), String.join(" ", arguments())).strip();
		}

	}

	/// A job. It needs no arguments.
	record JobEntry(JobName job) implements Entry {

		@Override
		public String name() {
			return this.job.value();
		}

		@Override
		public List<String> arguments() {
			return List.of();
		}

		@Override
		public boolean usesEntities() {
			return false;
		}

	}

	/// A command, and the class of its bean.
	record CommandEntry(String name, List<String> arguments, boolean usesEntities,
			Class<? extends Command> type) implements Entry {

		static CommandEntry of(String className, MergedAnnotation<CommandDefinition> definition) {
			return new CommandEntry(definition.getString("name"), Arrays.asList(definition.getStringArray("arguments")),
					definition.getBoolean("usesEntities"),
					ClassUtils.resolveClassName(className, null).asSubclass(Command.class));
		}

	}

}
