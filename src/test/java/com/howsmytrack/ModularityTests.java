package com.howsmytrack;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;

/// Rules that the compiler cannot check.
class ModularityTests {

	private static final JavaClasses OURS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("com.howsmytrack");

	@Test
	void modulesUseOnlyTheDependenciesThatTheyDeclare() {
		ApplicationModules.of(HowsMyTrackApplication.class, new ImportOption.DoNotIncludeTests()).verify();
	}

	@Test
	void controllersEntitiesAndRepositoriesAreNotPublic() {
		ArchRuleDefinition.noClasses()
			.that()
			.areAnnotatedWith(Controller.class)
			.or()
			.areAnnotatedWith(Entity.class)
			.or()
			.areAssignableTo(Repository.class)
			.should()
			.bePublic()
			.check(OURS);
	}

	@Test
	void timeIsReadFromTheInjectedClockOnly() {
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(java.time.Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(OURS);
	}

}
