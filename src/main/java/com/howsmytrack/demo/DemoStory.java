package com.howsmytrack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The content of the demo, read from `src/main/resources/demo`.
///
/// @param groups the oldest first
record DemoStory(List<DemoMember> members, List<DemoGroup> groups, List<DemoRequest> pending,
		List<DemoRelease> releases, List<DemoInterest> interests) {

	// Unknown keys are errors; values that are false or empty may be omitted.
	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.build();

	static DemoStory read() {
		List<DemoGroup> groups = new ArrayList<>();
		for (Resource group : resources("groups/*.yaml")) {
			groups.add(MAPPER.convertValue(parse(group), DemoGroup.class));
		}
		groups.sort(Comparator.comparingInt(DemoGroup::daysAgo).reversed());
		return new DemoStory(list("members.yaml", DemoMember.class), groups, list("pending.yaml", DemoRequest.class),
				list("releases.yaml", DemoRelease.class), list("interests.yaml", DemoInterest.class));
	}

	/// The requests of all groups, and those that are pending.
	Stream<DemoRequest> requests() {
		return Stream.concat(this.groups.stream().flatMap((group) -> group.requests().stream()), this.pending.stream());
	}

	private static <T> List<T> list(String name, Class<T> type) {
		List<T> all = new ArrayList<>();
		for (Resource resource : resources(name)) {
			all.addAll(MAPPER.convertValue(parse(resource),
					MAPPER.getTypeFactory().constructCollectionType(List.class, type)));
		}
		return all;
	}

	private static Resource[] resources(String pattern) {
		try {
			return new PathMatchingResourcePatternResolver().getResources("classpath:demo/" + pattern);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object parse(Resource resource) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		try (InputStream yaml = resource.getInputStream()) {
			return new Yaml(new SafeConstructor(options)).load(yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
