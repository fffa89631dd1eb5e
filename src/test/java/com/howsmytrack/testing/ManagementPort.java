package com.howsmytrack.testing;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Sends requests to the management port.
@Component
@Lazy
public class ManagementPort {

	private final Api api;

	private final Environment environment;

	ManagementPort(Api api, Environment environment) {
		this.api = api;
		this.environment = environment;
	}

	public HttpResponse<String> get(String path) {
		return this.api.send(HttpRequest
			.newBuilder(URI
				.create("http://127.0.0.1:" + this.environment.getRequiredProperty("local.management.port") + path))
			.build());
	}

	/// The lines of the metrics page without comments.
	public List<String> metrics() {
		return get("/actuator/prometheus").body().lines().filter((line) -> !line.startsWith("#")).toList();
	}

	/// Returns the value of a metric; 0 if the page does not contain it.
	/// @param sample name and labels as on the page
	public double metric(String sample) {
		return metrics().stream()
			.filter((line) -> line.startsWith(sample + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.findFirst()
			.orElse(0);
	}

}
