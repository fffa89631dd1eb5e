package com.howsmytrack.clients;

import java.util.Optional;

import com.howsmytrack.testing.InstallationCondition;

/// Skips the tests of [NeedsNode], or fails them.
class NodeCondition extends InstallationCondition {

	NodeCondition() {
		this(NodeInstallation.ofTests().missing(), isRequired("tests.node"));
	}

	NodeCondition(Optional<String> missing, boolean required) {
		super("TESTS WITH THE CLIENTS FROM NPM", missing, required);
	}

}
