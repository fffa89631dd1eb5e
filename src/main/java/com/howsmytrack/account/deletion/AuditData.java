package com.howsmytrack.account.deletion;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.audit.AuditEntry;
import com.howsmytrack.audit.AuditLog;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What operators did that concerns the member. It is here and not in the module `audit`, which knows no accounts.
///
/// The operator is left out, because operators act for the service, not in their own name. The changed object and the
/// details are left out, because they can identify other members.
@Component
@Order(1)
class AuditData implements PersonalData {

	private final AuditLog log;

	AuditData(AuditLog log) {
		this.log = log;
	}

	@Override
	public String section() {
		return "operatorActions";
	}

	@Override
	public Set<String> tables() {
		return Set.of("audit_log");
	}

	@Override
	public Object of(AccountId account) {
		return this.log.about(account.value()).stream().map(AuditData::action).toList();
	}

	private static Map<String, @Nullable Object> action(AuditEntry entry) {
		Map<String, @Nullable Object> data = new LinkedHashMap<>();
		data.put("action", entry.action().name());
		data.put("at", entry.createdAt().toInstant().toString());
		data.put("reason", entry.reason());
		return data;
	}

}
