package com.howsmytrack.browser;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import com.howsmytrack.testing.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;

import static org.assertj.core.api.Assertions.assertThat;

/// A window of the browser, as one person uses it. Finds things as people do: by role and name, by label, by text. Records
/// errors of the console and requests to other hosts.
final class Window implements AutoCloseable {

	/// Longer than anything takes on a busy machine. Each wait ends as soon as what it
	/// waits for is there.
	private static final double TIME_LIMIT = 30_000;

	private final URI website;

	private final BrowserContext context;

	private final Page page;

	private final List<String> errors;

	private final List<Pattern> expectedErrors;

	Window(URI website, BrowserContext context, Clock clock) {
		this(website, context, Collections.synchronizedList(new ArrayList<>()), new ArrayList<>());
		context.clock().setFixedTime(Date.from(clock.instant()));
		context.setDefaultTimeout(TIME_LIMIT);
		PlaywrightAssertions.setDefaultAssertionTimeout(TIME_LIMIT);
		context.onConsoleMessage(this::record);
		context.onWebError((error) -> this.errors.add("uncaught: " + error.error()));
		context.onRequest(this::record);
	}

	private Window(URI website, BrowserContext context, List<String> errors, List<Pattern> expectedErrors) {
		this.website = website;
		this.context = context;
		this.errors = errors;
		this.expectedErrors = expectedErrors;
		this.page = context.newPage();
	}

	/// Another tab of the same profile: with the same cookies and the same storage.
	Window newTab() {
		return new Window(this.website, this.context, this.errors, this.expectedErrors);
	}

	/// Gives the window the session of a member, as after a sign-in.
	Window signedInAs(Browser member) {
		this.context
			.addCookies(List.of(new Cookie("JWT", member.token()).setUrl(this.website.toString()).setHttpOnly(true)));
		return this;
	}

	private void record(ConsoleMessage message) {
		if (message.type().equals("error") || message.type().equals("warning")) {
			this.errors.add("console: " + message.text());
		}
	}

	private void record(Request request) {
		URI address = URI.create(request.url());
		boolean own = address.getScheme().equals("blob") || this.website.getAuthority().equals(address.getAuthority());
		if (!own) {
			this.errors.add("request to another host: " + request.url());
		}
	}

	/// Errors of this kind are part of the test, for example of a server that does not
	/// answer.
	Window expectErrors(String pattern) {
		this.expectedErrors.add(Pattern.compile(pattern));
		return this;
	}

	void assertNoErrors() {
		assertThat(List.copyOf(this.errors)).as("errors in the browser")
			.filteredOn((error) -> this.expectedErrors.stream().noneMatch((each) -> each.matcher(error).find()))
			.isEmpty();
	}

	/// Opens a page of the website by its path.
	Window open(String path) {
		this.page.navigate(this.website.resolve(path).toString());
		return this;
	}

	Window fill(String label, String text) {
		field(label).fill(text);
		return this;
	}

	Locator field(String label) {
		return this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	Window press(String button) {
		button(button).click();
		return this;
	}

	Window follow(String link) {
		link(link).click();
		return this;
	}

	/// Waits until the page has the heading.
	Window seesHeading(String text) {
		PlaywrightAssertions
			.assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)).first())
			.isVisible();
		return this;
	}

	/// Waits until the page shows the text.
	Window sees(String text) {
		PlaywrightAssertions.assertThat(this.page.getByText(text).first()).isVisible();
		return this;
	}

	Window doesNotSee(String text) {
		PlaywrightAssertions.assertThat(this.page.getByText(text)).hasCount(0);
		return this;
	}

	/// Waits until a signed-in member has the account menu.
	Window seesAccountMenu() {
		PlaywrightAssertions.assertThat(button("Account and settings")).isVisible();
		return this;
	}

	Window hasCount(Locator elements, int count) {
		PlaywrightAssertions.assertThat(elements).hasCount(count);
		return this;
	}

	/// The text of the page, without hidden parts.
	String text() {
		return this.page.locator("body").innerText();
	}

	/// The path of the address, with its query.
	String path() {
		URI address = URI.create(this.page.url());
		return (address.getRawQuery() != null) ? address.getPath() + "?" + address.getRawQuery() : address.getPath();
	}

	Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	Locator link(String name) {
		return this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
	}

	/// Checks the page with the rules of axe, as soon as its heading is there.
	Window isAccessible() {
		this.page.locator("h1").first().waitFor();
		Axe.findsNothing(this.page, this.page.url());
		return this;
	}

	/// Shows the time of the test to the page, after the test has advanced it.
	Window timeIs(Instant time) {
		this.context.clock().setFixedTime(Date.from(time));
		return this;
	}

	Page page() {
		return this.page;
	}

	BrowserContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
