package com.howsmytrack.web;

import java.util.Set;

/// The origins of other services from which pages of the web client load images, if the member has chosen to see them.
public interface ImageOrigins {

	/// A redirect is blocked if its target is not one of the origins.
	Set<String> images();

}
