package com.howsmytrack.browser;

import java.util.List;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/// Checks pages with the rules of axe.
final class Axe {

	private Axe() {
	}

	/// @param subject the page, for the message of a failure
	/// @param tags of the rules; without tags, all rules are checked
	static void findsNothing(Page page, String subject, String... tags) {
		AxeRunOptions options = new AxeRunOptions();
		// Without these, the result describes also each element that keeps a rule.
		options.setResultTypes(List.of("violations"));
		// Only the other mode checks frames. It opens a further page for each check.
		AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(page.frames().size() == 1);
		AxeResults results = ((tags.length > 0) ? axe.withTags(List.of(tags)) : axe).analyze();
		assertThat(results.getErrorMessage()).as("error of axe at %s", subject).isNull();
		assertThat(results.getViolations()).as("findings of axe at %s", subject)
			.extracting((rule) -> rule.getId() + ": " + rule.getHelp() + " "
					+ rule.getNodes().stream().map((node) -> node.getHtml()).toList())
			.isEmpty();
	}

}
