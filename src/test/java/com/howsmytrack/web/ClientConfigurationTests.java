package com.howsmytrack.web;

import java.util.List;
import java.util.Set;

import com.howsmytrack.startup.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class ClientConfigurationTests {

	private static final String INDEX = "<meta property=\"csp-nonce\" nonce=\"__NONCE__\">";

	private final WebApplicationContextRunner withoutClient = new WebApplicationContextRunner()
		.withUserConfiguration(ClientConfiguration.class, PublicAddresses.class, NoOtherOrigins.class)
		.withClassLoader(new FilteredClassLoader(new ClassPathResource("client/routes.json")))
		.withPropertyValues("howsmytrack.web.api-url=https://www.example.com");

	@ParameterizedTest
	@CsvSource({ "/, true", "/group/12, true", "/group/12/, true", "/group/x, true", "/admin/people/3, true",
			"/group, false", "/group/, false", "/group/12/x, false", "/group/12//, false", "/nowhere, false",
			"/Group/12, false" })
	void serveTheDocumentAtTheRoutesOfTheClient(String path, boolean served) throws Exception {
		SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(ClientConfiguration.pages(
				new ClientBuild(List.of("/", "/group/:groupId", "/admin/people/:personId"), INDEX),
				new NoOtherOrigins(), new NoOtherOrigins()));
		mapping.setApplicationContext(new StaticWebApplicationContext());
		MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
		ServletRequestPathUtils.parseAndCache(request);

		assertThat(mapping.getHandler(request) != null).isEqualTo(served);
	}

	@Test
	void reportsAMissingClientInOneLine(CapturedOutput output) {
		this.withoutClient.run((context) -> assertThat(context).hasNotFailed());

		assertThat(output.getAll().lines().filter((line) -> line.contains("client"))).singleElement()
			.asString()
			.contains("WARN", "The web client is not in the class path", "./mvnw package", "404");
	}

	@Test
	void doesNotStartAsTheWebsiteWithoutAClient() {
		this.withoutClient.withPropertyValues("howsmytrack.web.require-client=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidSettingException.class)
				.hasMessageContaining("The web client is not in the class path")
				.hasMessageNotContaining("\n"));
	}

	@Test
	void startsBesideASeparateWebsiteWithoutAClient() {
		this.withoutClient
			.withPropertyValues("howsmytrack.web.require-client=true",
					"howsmytrack.web.website-url=https://www.example.org")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void needsAPlaceForTheNonce() {
		assertThatIllegalStateException().isThrownBy(() -> new ClientBuild(List.of("/"), "<html></html>"))
			.withMessageContaining("__NONCE__");
	}

	static class NoOtherOrigins implements PlayerOrigins, ImageOrigins {

		@Override
		public Set<String> frames() {
			return Set.of();
		}

		@Override
		public Set<String> media() {
			return Set.of();
		}

		@Override
		public Set<String> images() {
			return Set.of();
		}

	}

}
