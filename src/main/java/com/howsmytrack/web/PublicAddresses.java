package com.howsmytrack.web;

import java.net.URI;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The public URLs of the website and of this server. Links are built from these settings only, because a client can
/// send any host in its request.
@Component
@EnableConfigurationProperties(WebSettings.class)
public class PublicAddresses {

	private final String website;

	private final String api;

	PublicAddresses(WebSettings settings) {
		this.website = withoutSlash(settings.websiteUrl());
		this.api = withoutSlash(settings.apiUrl());
	}

	/// The URL of a page of the website.
	/// @param path begins with a slash
	public URI website(String path) {
		return URI.create(this.website + path);
	}

	/// The URL of a page of this server.
	/// @param path begins with a slash
	public URI api(String path) {
		return URI.create(this.api + path);
	}

	private static String withoutSlash(URI address) {
		return address.toString().replaceFirst("/*$", "");
	}

}
