package com.howsmytrack.account;

/// Whether a member gets one kind of mail. Only kinds that members can switch off have a preference.
///
/// @param kind the name of the kind
/// @param description the mails, worded for the middle of a sentence: `mails about new groups`
public record MailPreference(String kind, String description, boolean enabled) {
}
