package com.howsmytrack.notification.notice;

import org.jspecify.annotations.Nullable;

/// A notice as the member reads it.
///
/// @param title one line; also the subject of the mail
/// @param text one or two sentences
/// @param path the page of the web client that the notice leads to
/// @param link what the link leads to: the name of a group, or what the member can do there
/// @param note a paragraph that only the mail has
record NoticeText(String title, String text, String path, String link, @Nullable String note) {

	/// Leads to the page of a group, with its name as the link.
	static NoticeText ofGroup(String title, String text, long group, String name, @Nullable String note) {
		return new NoticeText(title, text, "/group/" + group, name, note);
	}

	/// Leads to the tab of the group's page that has the feedback on the member's own
	/// track, or to the one that has what the member wrote.
	NoticeText onTab(boolean ownTrack) {
		return new NoticeText(this.title, this.text, this.path + "?show=" + (ownTrack ? "received" : "given"),
				this.link, this.note);
	}

}
