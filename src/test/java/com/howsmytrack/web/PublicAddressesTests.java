package com.howsmytrack.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressesTests {

	private static PublicAddresses addresses(@Nullable String website, String api) {
		return new PublicAddresses(new WebSettings((website != null) ? URI.create(website) : null, URI.create(api), 0,
				"", DataSize.ofMegabytes(1), Duration.ofSeconds(1), Duration.ZERO, List.of(), false));
	}

	@Test
	void leadToTheServerIfItIsTheWebsite() {
		PublicAddresses addresses = addresses(null, "https://www.example.com/");

		assertThat(addresses.website("/group/12")).hasToString("https://www.example.com/group/12");
		assertThat(addresses.signIn()).hasToString("https://www.example.com/sign-in");
		assertThat(addresses.api("/accounts/x/")).hasToString("https://www.example.com/accounts/x/");
		assertThat(addresses.separateWebsite()).isEmpty();
		assertThat(addresses.websiteOrigins()).containsExactly("https://www.example.com");
	}

	@Test
	void leadToASeparateWebsite() {
		PublicAddresses addresses = addresses("https://www.example.com", "https://api.example.com");

		assertThat(addresses.website("/group/12")).hasToString("https://www.example.com/group/12");
		assertThat(addresses.signIn()).as("its other pages are unknown").hasToString("https://www.example.com/");
		assertThat(addresses.api("/accounts/x/")).hasToString("https://api.example.com/accounts/x/");
		assertThat(addresses.separateWebsite()).contains(URI.create("https://www.example.com/"));
		assertThat(addresses.websiteOrigins()).containsExactly("https://www.example.com", "https://example.com");
	}

	@ParameterizedTest
	@CsvSource({ "https://www.example.com/, https://www.example.com",
			"HTTPS://WWW.Example.com, https://www.example.com", "https://example.com:443, https://example.com",
			"http://example.com:80, http://example.com", "http://localhost:8080/, http://localhost:8080",
			"http://[::1]:8080, http://[::1]:8080" })
	void haveTheOriginThatBrowsersSend(String address, String origin) {
		assertThat(PublicAddresses.originOf(URI.create(address))).isEqualTo(origin);
	}

}
