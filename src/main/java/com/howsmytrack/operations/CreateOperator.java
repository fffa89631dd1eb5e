package com.howsmytrack.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.howsmytrack.account.AccountDesk;
import com.howsmytrack.commands.Command;
import com.howsmytrack.commands.CommandFailedException;
import com.howsmytrack.commands.CommandName;
import com.howsmytrack.graphql.Outcome;
import com.howsmytrack.graphql.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Makes the first operator, whom nobody else can make.
///
/// It prints no way in: what is printed lands in logs and scrollback. Whoever reads the mail of the address has one.
@Component
class CreateOperator implements Command {

	private final AccountDesk desk;

	private final AuditedChanges changes;

	/// Lazy, because other commands are looked at before one of them is run.
	CreateOperator(@Lazy AccountDesk desk, @Lazy AuditedChanges changes) {
		this.desk = desk;
		this.changes = changes;
	}

	@Override
	public CommandName name() {
		return CommandName.CREATE_OPERATOR;
	}

	@Override
	public void run(List<String> arguments) throws CommandFailedException {
		String email = arguments.getFirst();
		Outcome<AccountDesk.Appointment> outcome = this.changes.make(null, Reason.NONE,
				() -> this.desk.createOperator(email), CreateOperator::note);
		switch (outcome) {
			case Outcome.Done<AccountDesk.Appointment>(AccountDesk.Appointment appointment) ->
				System.out.println(email + (appointment.isNew()
						? " has an account now, without a password, and operates the service.\n"
								+ "Choose a password by \"Forgot password?\" on the website."
						: " operates the service now, with the account and the password that were there."));
			case Outcome.Refused<AccountDesk.Appointment>(Refusal refusal) ->
				throw new CommandFailedException(refusal.message());
		}
	}

	private static AuditNote note(AccountDesk.Appointment appointment) {
		long person = appointment.account().value();
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put("newAccount", appointment.isNew());
		return AuditNote.about(AuditAction.CREATE_OPERATOR, AuditSubject.PERSON, person, person, details);
	}

}
