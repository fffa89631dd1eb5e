package com.howsmytrack.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.admin.AccountAudit;
import com.howsmytrack.account.admin.AdminAccounts;
import com.howsmytrack.audit.AuditAction;
import com.howsmytrack.audit.AuditNote;
import com.howsmytrack.audit.AuditReason;
import com.howsmytrack.audit.AuditedChanges;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.UserError;
import com.howsmytrack.jobs.Command;
import com.howsmytrack.jobs.CommandDefinition;
import com.howsmytrack.jobs.CommandFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/// Creates an operator, in particular the first one, which no other operator can create.
///
/// It prints no password and no link, because its output can be kept in logs. The owner of the address chooses a
/// password by mail.
@Component
@CommandDefinition(name = "create-operator", arguments = "EMAIL", usesEntities = true)
class CreateOperator implements Command {

	private static final AuditAction CREATE_OPERATOR = new AuditAction("CREATE_OPERATOR");

	private final AdminAccounts admin;

	private final AuditedChanges changes;

	CreateOperator(AdminAccounts admin, AuditedChanges changes) {
		this.admin = admin;
		this.changes = changes;
	}

	@Override
	public void run(List<String> arguments) throws CommandFailedException {
		String email = arguments.getFirst();
		Outcome<AdminAccounts.Appointment> outcome = this.changes.make(null, AuditReason.NONE,
				() -> this.admin.createOperator(email), CreateOperator::note);
		switch (outcome) {
			case Outcome.Succeeded<AdminAccounts.Appointment>(AdminAccounts.Appointment appointment) ->
				System.out.println(email + (appointment.isNew()
						? " has an account now, without a password, and is an operator.\n"
								+ "Choose a password by \"Forgot password?\" on the website."
						: " operates the service now, with the account and the password that were there."));
			case Outcome.Failed<AdminAccounts.Appointment>(UserError error) ->
				throw new CommandFailedException(error.message());
		}
	}

	private static AuditNote note(AdminAccounts.Appointment appointment) {
		long person = appointment.account().value();
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("newAccount", appointment.isNew());
		return new AuditNote(CREATE_OPERATOR, AccountAudit.PERSON, person, person, details);
	}

}
