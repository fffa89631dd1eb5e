package com.howsmytrack.audit;

import com.howsmytrack.testing.Constants;
import com.howsmytrack.testing.SchemaEnum;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditRegistryTests {

	@Test
	void actionsAreTheValuesOfTheEnumInTheSchema() {
		assertThat(Constants.of(AuditAction.class)).extracting(AuditAction::name)
			.containsExactlyInAnyOrderElementsOf(SchemaEnum.values("AuditAction"));
	}

	@Test
	void subjectsAreTheValuesOfTheEnumInTheSchema() {
		assertThat(Constants.of(AuditSubject.class)).extracting(AuditSubject::name)
			.containsExactlyInAnyOrderElementsOf(SchemaEnum.values("AuditSubject"));
	}

	/// Only the audit log creates other values, from the rows that it reads.
	@Test
	void actionsAndSubjectsAreDeclaredAsConstants() {
		assertThat(Constants.createdOutsideConstants(AuditAction.class))
			.allMatch((place) -> place.contains(AuditLog.class.getName()));
		assertThat(Constants.createdOutsideConstants(AuditSubject.class))
			.allMatch((place) -> place.contains(AuditLog.class.getName()));
	}

}
