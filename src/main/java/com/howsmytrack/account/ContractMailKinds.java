package com.howsmytrack.account;

/// The names of the mail kinds whose preferences have fields and mutations of their own in the wire contract. The module
/// `notification` sends these mails.
public final class ContractMailKinds {

	public static final String REMINDER = "reminder";

	public static final String NEW_GROUP = "new-group";

	private ContractMailKinds() {
	}

}
