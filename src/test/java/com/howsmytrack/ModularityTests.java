package com.howsmytrack;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;

import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.event.TransactionalEventListener;

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

	/// Without `fallbackExecution`, the listener would miss events of submissions, which
	/// have
	/// no explicit transaction. See `EventTransaction`.
	@Test
	void listenersAfterTheCommitAlsoRunWithoutATransaction() {
		ArchRuleDefinition.methods()
			.that()
			.areAnnotatedWith(TransactionalEventListener.class)
			.should(new ArchCondition<>("have fallbackExecution") {
				@Override
				public void check(JavaMethod method, ConditionEvents events) {
					boolean fallback = method.getAnnotationOfType(TransactionalEventListener.class).fallbackExecution();
					events.add(new SimpleConditionEvent(method, fallback, method.getFullName()));
				}
			})
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
