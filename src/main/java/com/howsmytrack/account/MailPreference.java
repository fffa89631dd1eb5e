package com.howsmytrack.account;

/// Whether a member gets one kind of mail. Only kinds that members can switch off have a preference.
///
/// @param kind the name of the kind
/// @param description names the mails, as in the middle of a sentence
public record MailPreference(String kind, String description, boolean enabled) {
}
