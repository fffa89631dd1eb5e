package com.howsmytrack.admin;

import java.time.Duration;

import com.howsmytrack.account.AccountScenario;
import com.howsmytrack.feedback.FeedbackScenario;
import com.howsmytrack.testing.AdjustableClock;
import com.howsmytrack.testing.AdminApi;
import com.howsmytrack.testing.Answer;
import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.Browser;
import com.howsmytrack.testing.Database;

/// On March 1, an operator, Ada and Bo register, and Ada and Bo form a group. On March 3, Cy and Di do the same.
///
/// @param cy a member who registers on March 3
record TwoDaysOfUse(AdminApi admin, Browser cy) {

	static TwoDaysOfUse of(Api api, FeedbackScenario scenario, Database database, AdjustableClock clock) {
		AdminApi admin = AdminApi.open(api, database);
		FeedbackScenario.submitAllForms(scenario.group("ada", "bo").getFirst());
		clock.advance(Duration.ofHours(36));
		return new TwoDaysOfUse(admin, scenario.group("cy", "di").getFirst());
	}

	Answer usage(String from, String to) {
		return this.admin.run("""
				{ usage(from: "%s", to: "%s") {
					day registrations requests groups responsesAsked responsesGiven responseRate
				} }""".formatted(from, to));
	}

	void deleteAccountOfCy() {
		AccountScenario.deleteAccount(this.cy, Api.PASSWORD).succeeded("deleteAccount");
	}

}
