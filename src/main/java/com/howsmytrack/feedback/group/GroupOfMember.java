package com.howsmytrack.feedback.group;

import com.howsmytrack.account.AccountId;

/// A group as one of its members sees it. Each member sees a different part.
record GroupOfMember(AccountId member, long group) {
}
