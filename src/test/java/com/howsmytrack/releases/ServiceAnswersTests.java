package com.howsmytrack.releases;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.howsmytrack.outbound.OutboundResponse;
import com.howsmytrack.testing.WholeApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@WholeApplication
class ServiceAnswersTests {

	@Autowired
	private ServiceAnswers answers;

	/// With the JSON settings of the application: requests may have far fewer tokens.
	@Test
	void readsAListOfTenThousandReleases() {
		String releases = IntStream.rangeClosed(1, 10_000)
			.mapToObj((number) -> Answers.release(number, "Rain", "2026-02-27", "Ada", number))
			.collect(Collectors.joining(","));

		assertThat(this.answers
			.document(MusicService.LISTENBRAINZ, answer("{\"payload\": {\"releases\": [%s]}}".formatted(releases)))
			.path("payload")
			.path("releases")
			.size()).isEqualTo(10_000);
	}

	private static OutboundResponse answer(String body) {
		return new OutboundResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8),
				URI.create(Answers.LISTENBRAINZ_URL));
	}

}
