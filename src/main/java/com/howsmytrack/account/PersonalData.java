package com.howsmytrack.account;

import java.util.Set;

/// The personal data of one module, for the export of a member's data. Each module that stores personal data has one.
public interface PersonalData {

	/// The name of the section in the export, in camel case.
	String section();

	/// The tables with personal data that the section contains. Every table with ids of
	/// accounts must be in one section, or the migration that creates it says why not:
	/// `COMMENT ON TABLE … IS 'Not exported: …'`.
	Set<String> tables();

	/// The data about the account.
	/// @return maps, lists, strings, numbers, booleans and nulls, as in JSON; without
	/// anything that the member may not see yet
	Object of(AccountId account);

}
