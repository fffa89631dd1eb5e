package com.howsmytrack.live;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChangedTopicsTests {

	private final ChangedTopics changed = new ChangedTopics();

	@Test
	void areParsedFromTheirPayloads() {
		this.changed.add(Set.of(new Topic("rooms", 7), new Topic("rooms", 8), new Topic("notifications", 7)));
		this.changed.addKind("forms");

		ChangedTopics received = received();

		assertThat(received.topics()).isEqualTo(this.changed.topics());
		assertThat(received.kinds()).containsExactly("forms");
		assertThat(received.isAll()).isFalse();
	}

	@Test
	void becomeAllTopicsIfTheyAreTooMany() {
		this.changed.add(rooms(ChangedTopics.MAX_TOPICS));
		assertThat(this.changed.isAll()).isFalse();
		this.changed.add(Set.of(new Topic("notifications", 1)));

		assertThat(this.changed.payloads()).containsExactly("*");
		assertThat(received().isAll()).isTrue();
	}

	/// PostgreSQL rejects payloads of 8000 bytes or more.
	@Test
	void areDividedIntoPayloadsThatPostgresAccepts() {
		this.changed.add(rooms(ChangedTopics.MAX_TOPICS));

		assertThat(this.changed.payloads()).hasSizeGreaterThan(1)
			.allSatisfy((payload) -> assertThat(payload.getBytes(StandardCharsets.UTF_8).length).isLessThan(7_950));
		assertThat(received().topics()).isEqualTo(rooms(ChangedTopics.MAX_TOPICS));
	}

	@Test
	void doNotNameTheTopicsOfAKindThatHasChangedCompletely() {
		this.changed.add(rooms(3));
		this.changed.addKind("rooms");
		this.changed.add(rooms(5));

		assertThat(this.changed.payloads()).containsExactly("rooms:*");
	}

	/// For example by an instance with another version.
	@ParameterizedTest
	@ValueSource(strings = { "", "*", "rooms", "rooms:", "rooms:x", "rooms:1;2", "Rooms:1", ":*", "rooms:1,,2" })
	void areAllTopicsIfThePayloadIsUnknown(String payload) {
		assertThat(ChangedTopics.parse(payload).isAll()).isTrue();
	}

	@Test
	void haveKindsThatPayloadsCanContain() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Topic("a:b", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new Topic("", 1));
	}

	private ChangedTopics received() {
		ChangedTopics received = new ChangedTopics();
		this.changed.payloads().forEach((payload) -> received.add(ChangedTopics.parse(payload)));
		return received;
	}

	private static Set<Topic> rooms(int count) {
		return LongStream.range(Long.MAX_VALUE - count, Long.MAX_VALUE)
			.mapToObj((number) -> new Topic("rooms", number))
			.collect(Collectors.toSet());
	}

}
