package com.howsmytrack.account.recovery;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.core.AccountSettings;
import com.howsmytrack.account.core.DurationText;
import com.howsmytrack.account.link.LinkPurpose;
import com.howsmytrack.account.link.MailedLinkService;
import com.howsmytrack.account.page.SeeOther;
import com.howsmytrack.graphql.ErrorCode;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.web.NetworkAddress;
import com.howsmytrack.web.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The pages of a password reset. They work without JavaScript, forms post to their own address, and redirects are
/// relative. Opening a link does not use it up, because mail scanners open links too; setting the password does.
@Controller
class PasswordResetPages {

	static final String PATH = "/accounts/password_reset";

	static final String LINK_PATH = "/accounts/reset";

	private final PasswordReset passwordReset;

	private final PasswordChange passwordChange;

	private final MailedLinkService links;

	private final AccountSettings settings;

	private final URI signIn;

	PasswordResetPages(PasswordReset passwordReset, PasswordChange passwordChange, MailedLinkService links,
			AccountSettings settings, PublicAddresses addresses) {
		this.passwordReset = passwordReset;
		this.passwordChange = passwordChange;
		this.links = links;
		this.settings = settings;
		this.signIn = addresses.signIn();
	}

	@GetMapping(PATH)
	ModelAndView form() {
		return form("", null);
	}

	@PostMapping(PATH)
	ModelAndView request(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
		Optional<UserError> error = this.passwordReset.request(email, NetworkAddress.of(request));
		return error.map((reason) -> form(email, reason)).orElseGet(() -> SeeOther.at(PATH + "/done/"));
	}

	@GetMapping(PATH + "/done")
	ModelAndView requested() {
		return new ModelAndView("accounts/password_reset_done",
				Map.of("validFor", DurationText.of(this.settings.resetLinkLifetime())));
	}

	/// An incomplete link, or one with additional characters.
	@GetMapping({ LINK_PATH, LINK_PATH + "/*/**" })
	ModelAndView noLink() {
		return broken();
	}

	@GetMapping(LINK_PATH + "/{token}")
	ModelAndView link(@PathVariable String token) {
		return this.links.isValid(LinkPurpose.NEW_PASSWORD, token) ? newPassword(null) : broken();
	}

	@PostMapping(LINK_PATH + "/{token}")
	ModelAndView choose(@PathVariable String token, @RequestParam(defaultValue = "") String password,
			@RequestParam(defaultValue = "") String passwordRepeat) {
		Optional<UserError> error = this.passwordChange.byLink(token, password, passwordRepeat);
		if (error.isEmpty()) {
			return SeeOther.at(LINK_PATH + "/done/");
		}
		return error.get().equals(RecoveryErrors.INVALID_RESET_LINK) ? broken() : newPassword(error.get());
	}

	@GetMapping(LINK_PATH + "/done")
	ModelAndView chosen() {
		return new ModelAndView("accounts/reset_done", Map.of("signIn", this.signIn));
	}

	private ModelAndView form(String email, @Nullable UserError error) {
		ModelAndView form = new ModelAndView("accounts/password_reset", withError(error));
		form.addObject("email", email);
		form.addObject("signIn", this.signIn);
		if (error != null && error.code().equals(ErrorCode.TOO_MANY_ATTEMPTS)) {
			form.setStatus(HttpStatus.TOO_MANY_REQUESTS);
		}
		return form;
	}

	private static ModelAndView newPassword(@Nullable UserError error) {
		return new ModelAndView("accounts/reset", withError(error));
	}

	private static Map<String, @Nullable Object> withError(@Nullable UserError error) {
		Map<String, @Nullable Object> model = new HashMap<>();
		model.put("error", (error != null) ? error.message() : null);
		return model;
	}

	private static ModelAndView broken() {
		return new ModelAndView("accounts/reset_broken");
	}

}
