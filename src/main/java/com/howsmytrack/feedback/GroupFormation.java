package com.howsmytrack.feedback;

import java.util.List;

/// Forms groups: inserts them, assigns their members and creates the forms of each member about each other track.
public interface GroupFormation {

	/// Forms all groups in the caller's transaction, or none.
	/// @return the number of forms
	/// @throws IllegalStateException if a request is no longer pending
	long form(List<GroupToForm> groups);

}
