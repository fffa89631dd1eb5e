package com.howsmytrack.account.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Redirects to another page after a form was posted.
public final class SeeOther {

	private SeeOther() {
	}

	/// The status 303 makes the browser send a GET, so that going back does not post the
	/// form again.
	public static ModelAndView at(String path) {
		RedirectView view = new RedirectView(path);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExposeModelAttributes(false);
		return new ModelAndView(view);
	}

}
