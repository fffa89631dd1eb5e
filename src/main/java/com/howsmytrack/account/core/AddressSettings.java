package com.howsmytrack.account.core;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Settings about addresses that get no mail.
///
/// @param refusalsUntilMarked after how many mails in a row that the mail server refused because of the address no more mails
/// go there that the member did not ask for
/// @param verifiedForRequests whether a request needs a verified address, where addresses are verified at all. If not,
/// members without one can create requests and get no mails about them
@Validated
@ConfigurationProperties("howsmytrack.account.addresses")
public record AddressSettings(@Min(1) int refusalsUntilMarked, boolean verifiedForRequests) {
}
