package com.howsmytrack.observability;

import java.time.Clock;
import java.util.Arrays;

import com.howsmytrack.graphql.OperationListener;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/// Sends traces to the endpoint of the settings. Without an endpoint, no class of OpenTelemetry is loaded.
///
/// Uses OpenTelemetry's SDK without the bridges of Micrometer and Spring Boot: see `OperationSpans`.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(TracingConfiguration.HasEndpoint.class)
@EnableConfigurationProperties(TracingSettings.class)
class TracingConfiguration {

	/// The path of OTLP over HTTP.
	private static final String PATH = "/v1/traces";

	/// Spans are exported in batches by a separate thread. They are dropped while the
	/// receiver is unavailable.
	@Bean(destroyMethod = "close")
	SdkTracerProvider tracerProvider(TracingSettings settings) {
		return SdkTracerProvider.builder()
			.setResource(Resource.getDefault()
				.merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), settings.serviceName()))))
			.setSampler(Sampler.traceIdRatioBased(settings.share()))
			.addSpanProcessor(BatchSpanProcessor.builder(exporter(settings)).build())
			.build();
	}

	private static OtlpHttpSpanExporter exporter(TracingSettings settings) {
		OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
			.setEndpoint(settings.endpoint().strip().replaceFirst("/+$", "") + PATH);
		Arrays.stream(settings.headers().split(","))
			.map((header) -> header.split("=", 2))
			.filter((header) -> header.length == 2)
			.forEach((header) -> exporter.addHeader(header[0].strip(), header[1].strip()));
		return exporter.build();
	}

	@Bean
	OperationListener operationSpans(SdkTracerProvider tracers, Clock clock) {
		return new OperationSpans(tracers.get("howsmytrack"), clock);
	}

	static class HasEndpoint implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return StringUtils.hasText(context.getEnvironment().getProperty("howsmytrack.tracing.endpoint"));
		}

	}

}
