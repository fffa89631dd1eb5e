package com.howsmytrack.mail;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What is posted: not the words, but what they will be written from.
///
/// @param kind which [MailTemplate] writes it
/// @param account whom it is about: the letter goes when that account goes; null for a stranger
/// @param recipient the address, as it was when the letter was posted
/// @param facts what the writer needs to know; no secrets, they would lie in the outbox
public record Mail(String kind, @Nullable Long account, String recipient, Map<String, Object> facts) {
}
