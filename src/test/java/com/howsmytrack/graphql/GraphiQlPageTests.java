package com.howsmytrack.graphql;

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
		assertThat(this.api.stranger().get(path).statusCode()).isEqualTo(200);
	}

	@Test
	void needsNothingFromTheInternet() {
		assertThat(this.api.stranger().get("/graphiql").body()).doesNotContain("http://", "https://", "src=\"//");
	}

}
