package com.howsmytrack.account.page;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Where a form that was posted leads.
public final class SeeOther {

	private SeeOther() {
	}

	/// By 303: the browser asks for the page with GET, and going back does not post
	/// again.
	public static ModelAndView at(String path) {
		RedirectView view = new RedirectView(path);
		view.setStatusCode(HttpStatus.SEE_OTHER);
		view.setExposeModelAttributes(false);
		return new ModelAndView(view);
	}

}
