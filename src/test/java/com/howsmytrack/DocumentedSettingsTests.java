package com.howsmytrack;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/// The page about deployments lists each setting with its default value.
class DocumentedSettingsTests {

	private static final Path PAGE = Path.of("src/docs/deploying.md");

	private static final Pattern HEADING = Pattern.compile("### `(howsmytrack\\.[\\w.-]+)`");

	private static final Pattern ROW = Pattern.compile("\\| `([\\w.-]+)` \\|([^|]*)\\|[^|]*\\|");

	/// Its default is for development and is no recommendation.
	private static final String SECRET_KEY = "howsmytrack.account.secret-key";

	private final MutablePropertySources sources = new MutablePropertySources();

	private final PropertySourcesPropertyResolver values = new PropertySourcesPropertyResolver(this.sources);

	@Test
	void listsTheSettingsOfAllModulesWithTheirDefaults() throws IOException {
		new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yaml"))
			.forEach(this.sources::addLast);

		assertThat(documented()).isEqualTo(settings());
	}

	private static Map<String, String> documented() throws IOException {
		Map<String, String> documented = new TreeMap<>();
		String prefix = "";
		for (String line : Files.readAllLines(PAGE)) {
			Matcher heading = HEADING.matcher(line);
			Matcher row = ROW.matcher(line);
			if (line.startsWith("#")) {
				prefix = heading.matches() ? heading.group(1) + "." : "";
			}
			else if (!prefix.isEmpty() && row.matches()) {
				documented.put(prefix + row.group(1), row.group(2).replace("`", "").strip());
			}
		}
		return documented;
	}

	private Map<String, String> settings() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		Map<String, String> settings = new TreeMap<>();
		for (BeanDefinition definition : scanner.findCandidateComponents("com.howsmytrack")) {
			Class<?> type = ClassUtils.resolveClassName(String.valueOf(definition.getBeanClassName()), null);
			add(type.getAnnotation(ConfigurationProperties.class).value(), type, settings);
		}
		return settings;
	}

	private void add(String prefix, Class<?> type, Map<String, String> settings) {
		Parameter[] parameters = type.getDeclaredConstructors()[0].getParameters();
		for (int index = 0; index < parameters.length; index++) {
			RecordComponent component = type.getRecordComponents()[index];
			String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
			if (type.equals(component.getType().getEnclosingClass()) && component.getType().isRecord()) {
				add(name, component.getType(), settings);
			}
			else {
				settings.put(name, name.equals(SECRET_KEY) ? "" : defaultOf(name, parameters[index]));
			}
		}
	}

	private String defaultOf(String name, Parameter parameter) {
		if (this.values.containsProperty(name)) {
			return this.values.getRequiredProperty(name);
		}
		if (this.values.containsProperty(name + ".times")) {
			return this.values.getProperty(name + ".times") + " in " + this.values.getProperty(name + ".per");
		}
		@Nullable DefaultValue annotated = parameter.getAnnotation(DefaultValue.class);
		return (annotated != null) ? String.join(", ", annotated.value()) : "";
	}

}
