package com.howsmytrack.browser;

import java.util.List;

import com.howsmytrack.mail.Mailbox.ReceivedMail;
import com.howsmytrack.notification.EveryMail;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/// The HTML part of a mail of every kind, as a mail program shows it on a small phone.
@BrowserTest
class MailLayoutTests {

	private static final String BACKGROUNDS = """
			() => ['body', '.sheet', '.paper']
				.map((selector) => getComputedStyle(document.querySelector(selector)).backgroundColor)
				.map((colour) => colour.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3)""";

	private static final String WIDTH = "() => document.documentElement.scrollWidth";

	@Autowired
	private Windows windows;

	@Autowired
	private EveryMail everyMail;

	@Test
	void ofEveryMailFitsAPhoneInBothThemes() {
		List<ReceivedMail> mails = this.everyMail.send();
		Page page = this.windows.open(PageLayout.options()).page();
		for (int number = 0; number < mails.size(); number++) {
			ReceivedMail mail = mails.get(number);
			page.setContent(mail.html());
			assertThat((Integer) page.evaluate(WIDTH)).as("width of %s", mail.subject()).isLessThanOrEqualTo(320);
			isReadable(page, ColorScheme.LIGHT, mail.subject());
			isReadable(page, ColorScheme.DARK, mail.subject());
			Pictures.takeOnPhone(page, "mail-%02d-%s".formatted(number + 1, mail.subject().replaceAll("\\W+", "-")));
			page.setViewportSize(320, 700);
		}
	}

	/// The background follows the theme, and the text has enough contrast on it.
	private static void isReadable(Page page, ColorScheme theme, String subject) {
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
		assertThat((List<?>) page.evaluate(BACKGROUNDS)).as("backgrounds of %s", subject)
			.allSatisfy((brightness) -> assertThat(((Number) brightness).doubleValue() > 128)
				.isEqualTo(theme == ColorScheme.LIGHT));
		Axe.findsNothing(page, subject + ", " + theme, "wcag2a", "wcag2aa");
	}

}
