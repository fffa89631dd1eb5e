package com.howsmytrack.feedback;

import java.util.Set;

import com.howsmytrack.account.AccountId;

/// The notifications ([MemberNotifications]) of these members may have changed: replies to them were released, they read
/// replies, or a correction or the deletion of an account created or deleted forms. Published in the transaction of the
/// change. It is not published after a submission or an assignment run, which have events of their own. It must not reach a
/// client, because it shows which members are in a group.
public record NotificationsChanged(Set<AccountId> members) {
}
