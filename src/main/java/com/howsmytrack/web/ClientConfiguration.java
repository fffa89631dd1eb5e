package com.howsmytrack.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.startup.InvalidSettingException;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Serves the web client: its document at the paths of its routes, and its files. Other paths are not found, so that an
/// unknown address has the status 404.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ClientConfiguration implements WebMvcConfigurer {

	private static final Logger logger = LoggerFactory.getLogger(ClientConfiguration.class);

	/// After the controllers, before the static files of development.
	private static final int ORDER = 1;

	/// The name of an asset contains the hash of its content.
	private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	@Bean
	SimpleUrlHandlerMapping clientPages(WebSettings settings, PublicAddresses addresses, PlayerOrigins players,
			ImageOrigins images, ResourceLoader resources) {
		Optional<ClientBuild> client = ClientBuild.find(resources);
		if (client.isEmpty()) {
			reportMissing(settings.requireClient() && addresses.separateWebsite().isEmpty());
		}
		return new SimpleUrlHandlerMapping(client.map((build) -> pages(build, players, images)).orElse(Map.of()),
				ORDER);
	}

	private static void reportMissing(boolean required) {
		String missing = "The web client is not in the class path (client/routes.json). `./mvnw package` builds it";
		if (required) {
			throw new InvalidSettingException(missing + ", or WEBSITE_URL names another client");
		}
		logger.warn("{}. Its pages have the status 404.", missing);
	}

	/// Each page is available with and without a slash at the end, as the client's router
	/// has it.
	static Map<String, ClientPage> pages(ClientBuild client, PlayerOrigins players, ImageOrigins images) {
		ClientPage page = new ClientPage(client, new ClientContentPolicy(players, images));
		Map<String, ClientPage> pages = new LinkedHashMap<>();
		for (String route : client.routes()) {
			String pattern = route.replaceAll(":(\\w+)", "{$1}");
			pages.put(pattern, page);
			if (!pattern.endsWith("/")) {
				pages.put(pattern + "/", page);
			}
		}
		return pages;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations(ClientBuild.LOCATION + "assets/")
			.setCacheControl(FOREVER)
			.resourceChain(false)
			.addResolver(new CompressedFiles())
			.addResolver(new PathResourceResolver());
	}

	/// The resolver adds this header to compressed responses only, but caches need it in
	/// all.
	@Bean
	FilterRegistrationBean<Filter> clientAssetsVary() {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
			((HttpServletResponse) response).setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
			chain.doFilter(request, response);
		});
		registration.addUrlPatterns("/assets/*");
		return registration;
	}

}
