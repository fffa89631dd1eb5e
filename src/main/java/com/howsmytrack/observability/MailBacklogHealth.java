package com.howsmytrack.observability;

import java.util.function.ToDoubleFunction;

import com.howsmytrack.mail.AdminMails;
import com.howsmytrack.mail.MailBacklog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Metrics of unsent mails, and a detail of readiness. It never reports the service as down, because requests do not
/// depend on mails.
@Component("mailBacklog")
@ConditionalOnWebApplication
class MailBacklogHealth implements HealthIndicator, MeterBinder {

	private final CachedGauge<MailBacklog> backlog;

	MailBacklogHealth(AdminMails admin) {
		this.backlog = new CachedGauge<>("backlog of mail", admin::backlog);
	}

	@Override
	public Health health() {
		return this.backlog.get()
			.map((mails) -> Health.up()
				.withDetail("queued", mails.queued())
				.withDetail("oldestAgeSeconds", mails.oldestAge().toSeconds())
				.withDetail("givenUp", mails.givenUp()))
			.orElseGet(Health::unknown)
			.build();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge(registry, "howsmytrack.mails.queued", null, "Mails that are not sent yet", MailBacklog::queued);
		gauge(registry, "howsmytrack.mails.oldest.age", "seconds", "Age of the oldest mail that is not sent yet",
				(mails) -> mails.oldestAge().toMillis() / 1000.0);
		gauge(registry, "howsmytrack.mails.given.up", null, "Mails that were given up and not retried",
				MailBacklog::givenUp);
	}

	private void gauge(MeterRegistry registry, String name, @Nullable String unit, String description,
			ToDoubleFunction<MailBacklog> value) {
		Gauge
			.builder(name, this.backlog,
					(cached) -> cached.get().stream().mapToDouble(value).findFirst().orElse(Double.NaN))
			.baseUnit(unit)
			.description(description)
			.strongReference(true)
			.register(registry);
	}

}
