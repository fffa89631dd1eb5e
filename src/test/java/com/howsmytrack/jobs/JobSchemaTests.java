package com.howsmytrack.jobs;

import java.util.Objects;

import com.howsmytrack.testing.WholeApplication;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class JobSchemaTests {

	@Autowired
	private GraphQlSource graphQl;

	@Autowired
	private Jobs jobs;

	/// If this fails for a new job, its module lacks `extend enum Job { … }`.
	@Test
	void hasExactlyTheRegisteredJobs() {
		GraphQLEnumType type = (GraphQLEnumType) Objects.requireNonNull(this.graphQl.schema().getType("Job"));

		assertThat(type.getValues()).extracting(GraphQLEnumValueDefinition::getName)
			.containsExactlyInAnyOrderElementsOf(this.jobs.names().stream().map(JobName::enumValue).toList());
	}

	@Test
	void convertsEnumValuesBackToJobNames() {
		assertThat(this.jobs.names()).isNotEmpty()
			.allSatisfy((name) -> assertThat(JobName.ofEnumValue(name.enumValue())).isEqualTo(name));
	}

}
