package com.howsmytrack.audit;

import java.util.LinkedHashMap;
import java.util.Map;

import com.howsmytrack.graphql.OperatorRead;
import com.howsmytrack.graphql.OperatorReads;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Records in the audit log which texts and authors operators read. The row has no ids of the items of a list: together
/// with a filter by author, they would tell later readers of the log who wrote an item.
///
/// Reading the audit log itself is not recorded, because it contains no texts of members.
@Component
class AuditedReads implements OperatorReads {

	private static final AuditAction READ = new AuditAction("READ");

	private final AuditLog log;

	private final TransactionOperations transactions;

	AuditedReads(AuditLog log, TransactionOperations transactions) {
		this.log = log;
		this.transactions = transactions;
	}

	@Override
	public void record(long operator, OperatorRead read) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("query", read.query());
		details.put("arguments", read.arguments());
		details.put("fields", read.fields());
		if (read.object() != null) {
			details.put("id", read.object());
		}
		AuditNote note = new AuditNote(READ, null, null, null, details);
		this.transactions.executeWithoutResult((_) -> this.log.write(operator, note, null));
	}

}
