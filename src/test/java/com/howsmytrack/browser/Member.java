package com.howsmytrack.browser;

import java.util.regex.Pattern;

import com.howsmytrack.testing.Api;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/// A member who uses the web client in a window of their own.
///
/// @param name the part of the address before `@example.com`, and of the link to the track
record Member(String name, Window window) {

	/// Signs in on the page of that name.
	static Member signIn(String name, Window window) {
		Member member = new Member(name, window);
		member.signIn("/sign-in");
		window.seesAccountMenu();
		return member;
	}

	/// @param path of the sign-in page, with the page that follows
	void signIn(String path) {
		this.window.open(path)
			.fill("Email address", this.name + "@example.com")
			.fill("Password", Api.PASSWORD)
			.press("Sign in");
	}

	/// Asks for feedback on `https://soundcloud.com/<name>/night-bus`.
	void askForFeedback(String prompt) {
		this.window.open("/request").seesHeading("Ask for feedback");
		this.window.fill("Link to your track", "https://soundcloud.com/" + this.name + "/night-bus");
		this.window.page().getByLabel("Electronic").check();
		this.window.page().getByLabel("What do you want to know?").fill(prompt);
		this.window.press("Ask for feedback").seesHeading("Waiting for a group");
	}

	/// Opens the newest group from the home page.
	void openGroup() {
		this.window.open("/").follow("Feedback Group").seesHeading("Feedback Group");
	}

	/// Writes to the owner of each other track.
	void sendAllForms(String text) {
		Locator forms = this.window.page()
			.getByRole(AriaRole.FORM)
			.filter(new Locator.FilterOptions().setHas(this.window.button("Send feedback")));
		int count = forms.count();
		for (int sent = 0; sent < count; sent++) {
			Locator form = forms.first();
			form.getByLabel("Your feedback").fill(text + " Written by " + this.name + ", form " + (sent + 1) + ".");
			form.getByRole(AriaRole.BUTTON).click();
			this.window.sees(sent + 1 == count ? "All your forms are sent." : "Sent. ");
			this.window.hasCount(forms, count - sent - 1);
		}
	}

	/// The response on the member's track that contains the text.
	Locator response(String text) {
		return this.window.page().getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHasText(text));
	}

	void rate(Locator response, int stars) {
		response.getByLabel(Pattern.compile("^" + stars + " of 5")).check();
		response.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send rating")).click();
		this.window.sees("Rated " + stars + " of 5");
	}

	void reply(Locator response, String text) {
		response.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Write a reply")).click();
		response.getByLabel("Your reply").fill(text);
		response.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send reply")).click();
		this.window.sees("Reply sent.");
	}

}
