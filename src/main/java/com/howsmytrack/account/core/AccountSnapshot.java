package com.howsmytrack.account.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.howsmytrack.account.AccountId;

/// The state of an account when it was read. Later changes of the account do not change the snapshot.
///
/// @param email the address for comparing and sending, which is ASCII
/// @param emailAsTyped the address as members see it
/// @param emailVerified whether the address is verified
/// @param emailRefused whether the address is marked, because the mail server refused several mails to it
/// @param importedTwin whether the address differs from the address of another account in letter case only; possible
/// for imported accounts only
/// @param sessionGeneration sessions of earlier generations are revoked
/// @param unsubscribeKey the secret in the account's unsubscribe links
public record AccountSnapshot(AccountId id, String email, String emailAsTyped, boolean emailVerified,
		boolean emailRefused, boolean importedTwin, String passwordHash, int sessionGeneration, boolean operator,
		boolean disabled, UUID unsubscribeKey, Instant createdAt) {

	/// Whether no other account among these operators would remain without this one.
	public boolean isLastOf(List<AccountSnapshot> operators) {
		return this.operator && operators.stream().allMatch((operator) -> operator.id().equals(this.id));
	}

	/// Leaves out the secrets and the address.
	@Override
	public String toString() {
		return "AccountSnapshot[id=%d]".formatted(this.id.value());
	}

}
