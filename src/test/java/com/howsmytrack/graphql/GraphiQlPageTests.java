package com.howsmytrack.graphql;

import java.net.http.HttpResponse;

import com.howsmytrack.testing.Api;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class GraphiQlPageTests {

	@Autowired
	private Api api;

	@ParameterizedTest
	@ValueSource(strings = { "/graphiql", "/graphiql/", "/graphiql/page.js", "/graphiql/page.css", "/graphiql/tour.js",
			"/webjars/graphiql/graphiql.min.js", "/webjars/graphiql/graphiql.min.css",
			"/webjars/react/umd/react.production.min.js", "/webjars/react-dom/umd/react-dom.production.min.js" })
	void isServedWithAllItsFilesInDevelopment(String path) {
		assertThat(this.api.visitor().get(path).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/graphql", "/graphql/" })
	void opensForABrowserThatRequestsTheEndpoint(String path) {
		HttpResponse<String> answer = this.api.visitor()
			.get(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("Location")).hasValue("/graphiql");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "text/event-stream" })
	void doesNotOpenForProgramsThatGetTheEndpoint(String accept) {
		assertThat(this.api.visitor().get("/graphql", "Accept", accept).statusCode()).isEqualTo(405);
	}

	@Test
	void needsNothingFromTheInternet() {
		assertThat(this.api.visitor().get("/graphiql").body()).doesNotContain("http://", "https://", "src=\"//");
	}

}
