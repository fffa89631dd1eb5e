package com.howsmytrack.feedback.group;

import com.howsmytrack.account.AccountId;

/// A group as seen by one of its members: no two see the same.
record GroupOfMember(AccountId member, long group) {
}
