package com.howsmytrack.account.verification;

import java.net.URI;
import java.util.Map;

import com.howsmytrack.account.page.SeeOther;
import com.howsmytrack.web.PublicAddresses;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the link to a new address leads. A button confirms it, not the visit: programs that look after links follow
/// them too, for whoever's address it is.
@Controller
class AddressVerificationPages {

	static final String PATH = "/accounts/verify";

	private final AddressVerification verification;

	private final URI website;

	AddressVerificationPages(AddressVerification verification, PublicAddresses addresses) {
		this.verification = verification;
		this.website = addresses.website("/");
	}

	/// A link that lost its end on the way, or gained something.
	@GetMapping({ PATH, PATH + "/*/**" })
	ModelAndView noLink() {
		return page("verify_broken");
	}

	@GetMapping(PATH + "/{token}")
	ModelAndView link(@PathVariable String token) {
		return page(this.verification.isGood(token) ? "verify" : "verify_broken");
	}

	@PostMapping(PATH + "/{token}")
	ModelAndView confirm(@PathVariable String token) {
		return this.verification.verify(token) ? SeeOther.at(PATH + "/done/") : page("verify_broken");
	}

	@GetMapping(PATH + "/done")
	ModelAndView confirmed() {
		return page("verify_done");
	}

	private ModelAndView page(String name) {
		return new ModelAndView("accounts/" + name, Map.of("website", this.website));
	}

}
