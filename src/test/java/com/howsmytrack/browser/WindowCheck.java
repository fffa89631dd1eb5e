package com.howsmytrack.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Closes the windows of a test, and fails the test if one of them had an error.
class WindowCheck implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext context) {
		SpringExtension.getApplicationContext(context)
			.getBean(Windows.class)
			.closeAll(context.getExecutionException().isEmpty());
	}

}
