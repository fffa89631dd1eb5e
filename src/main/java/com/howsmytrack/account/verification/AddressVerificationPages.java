package com.howsmytrack.account.verification;

import java.net.URI;
import java.util.Map;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.page.PagePaths;
import com.howsmytrack.account.page.SeeOther;
import com.howsmytrack.graphql.CallerSessions;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The page behind the link in a verification mail. Opening the link changes nothing, because mail scanners open links
/// too; the button on the page verifies the address.
@Controller
class AddressVerificationPages {

	static final String PATH = PagePaths.VERIFY;

	private final AddressVerification verification;

	private final CallerSessions sessions;

	private final URI website;

	private final URI signIn;

	private final AddressVerificationPolicy policy;

	AddressVerificationPages(AddressVerification verification, CallerSessions sessions, PublicAddresses addresses,
			AddressVerificationPolicy policy) {
		this.verification = verification;
		this.sessions = sessions;
		this.website = addresses.website("/");
		this.signIn = addresses.signIn();
		this.policy = policy;
	}

	/// An incomplete link, or one with additional characters.
	@GetMapping({ PATH, PATH + "/*/**" })
	ModelAndView noLink() {
		return page("verify_broken");
	}

	@GetMapping(PATH + "/{token}")
	ModelAndView link(@PathVariable String token) {
		return page(this.verification.isValid(token) ? "verify" : "verify_broken");
	}

	@PostMapping(path = PATH + "/{token}", params = "!again")
	ModelAndView confirm(@PathVariable String token) {
		return this.verification.verify(token) ? SeeOther.at(PATH + "/done/") : page("verify_broken");
	}

	/// Sends another link to the member of the session. The answer is the same whether or
	/// not somebody is signed in, whether a mail was queued, and at the rate limit, so
	/// that it tells nothing about an account.
	@PostMapping(path = { PATH, PATH + "/**" }, params = "again")
	ModelAndView sendAgain() {
		this.sessions.current()
			.map((session) -> new AccountId(session.member()))
			.ifPresent(this.verification::sendAgain);
		return SeeOther.at(PATH + "/sent/");
	}

	@GetMapping(PATH + "/sent")
	ModelAndView sent() {
		return page("verify_sent");
	}

	@GetMapping(PATH + "/done")
	ModelAndView confirmed() {
		return page("verify_done");
	}

	private ModelAndView page(String name) {
		return new ModelAndView("accounts/" + name, Map.of("website", this.website, "signIn", this.signIn,
				"forRequests", this.policy.areNeededForRequests()));
	}

}
