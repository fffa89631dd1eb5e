package com.howsmytrack.matching;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/// A server that runs no jobs by itself.
@WholeApplication
class AssignmentWithoutScheduleTests {

	@Autowired
	private Api api;

	@Test
	void theTimeOfTheNextRunIsNull() {
		this.api.visitor().run("{ nextAssignmentRun }").hasNoErrors().with("nextAssignmentRun", null);
	}

}
