package com.howsmytrack.account;

/// What a module holds about a person, for the person. Each module that holds any has one.
public interface PersonalData {

	/// The name of the section, in camel case.
	String section();

	/// What is held about that person.
	/// @return maps, lists, strings, numbers, booleans and nulls, as JSON has them;
	/// nothing that the person may not see yet
	Object of(AccountId person);

}
