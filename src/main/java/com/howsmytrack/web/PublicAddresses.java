package com.howsmytrack.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// The public URLs of the website and of this server. Without a separate website, this server is the website. Links are
/// built from these settings only, because a client can send any host in its request.
@Component
@EnableConfigurationProperties(WebSettings.class)
public class PublicAddresses {

	private final @Nullable URI separateWebsite;

	private final URI server;

	PublicAddresses(WebSettings settings) {
		this.separateWebsite = settings.websiteUrl();
		this.server = settings.apiUrl();
	}

	/// The URL of a page of the website.
	/// @param path begins with a slash
	public URI website(String path) {
		return page((this.separateWebsite != null) ? this.separateWebsite : this.server, path);
	}

	/// The URL of the page on which members sign in. Only the start page of a separate
	/// website is known.
	public URI signIn() {
		return website((this.separateWebsite != null) ? "/" : "/sign-in");
	}

	/// The URL of a page of this server.
	/// @param path begins with a slash
	public URI api(String path) {
		return page(this.server, path);
	}

	/// The start page of the website, if this server is not the website.
	Optional<URI> separateWebsite() {
		return Optional.ofNullable(this.separateWebsite).map((website) -> page(website, "/"));
	}

	/// The origin of this server.
	String ownOrigin() {
		return originOf(this.server);
	}

	/// The origins of the website: this server, or the separate website and its bare
	/// domain.
	List<String> websiteOrigins() {
		if (this.separateWebsite == null) {
			return List.of(ownOrigin());
		}
		String origin = originOf(this.separateWebsite);
		return Stream.of(origin, origin.replace("://www.", "://")).distinct().toList();
	}

	/// As browsers send it: in lower case, without the default port.
	static String originOf(URI address) {
		String scheme = address.getScheme().toLowerCase(Locale.ROOT);
		int defaultPort = scheme.equals("https") ? 443 : 80;
		String port = (address.getPort() == -1 || address.getPort() == defaultPort) ? "" : ":" + address.getPort();
		return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
	}

	private static URI page(URI base, String path) {
		return URI.create(base.toString().replaceFirst("/*$", "") + path);
	}

}
