package com.howsmytrack.jobs;

import java.util.List;

import com.howsmytrack.HowsMyTrackApplication;
import com.howsmytrack.testing.SchemaEnum;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

class JobSchemaTests {

	private static final List<JavaClass> JOBS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackagesOf(HowsMyTrackApplication.class)
		.stream()
		.filter((type) -> type.isAssignableTo(ScheduledJob.class) && !type.isInterface())
		.toList();

	private static List<JobName> names() {
		return JOBS.stream().map((job) -> new JobName(job.getAnnotationOfType(JobDefinition.class).name())).toList();
	}

	/// If this fails for a new job, its module lacks `extend enum Job { … }`.
	@Test
	void hasExactlyTheDefinedJobs() {
		assertThat(SchemaEnum.values("Job"))
			.containsExactlyInAnyOrderElementsOf(names().stream().map(JobName::enumValue).toList());
	}

	/// Otherwise the job would be in the schema, but could not run.
	@Test
	void hasOnlyJobsThatAreBeans() {
		assertThat(JOBS).allMatch((job) -> job.isAnnotatedWith(Component.class));
	}

	@Test
	void convertsEnumValuesBackToJobNames() {
		assertThat(names()).isNotEmpty()
			.allSatisfy((name) -> assertThat(JobName.ofEnumValue(name.enumValue())).isEqualTo(name));
	}

}
