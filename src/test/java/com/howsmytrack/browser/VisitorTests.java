package com.howsmytrack.browser;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

/// What a visitor sees.
@BrowserTest
class VisitorTests {

	@Autowired
	private Windows windows;

	@Test
	void explainsTheServiceOnTheFirstPage() {
		this.windows.open().open("/").sees("how’s my track?").isAccessible();
	}

}
