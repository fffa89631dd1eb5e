package com.howsmytrack.feedback;

import java.util.List;

/// Brings groups to life: names, members, and the empty forms for every pair.
public interface GroupFormation {

	/// Forms the groups in the caller's transaction, all of them or none.
	/// @return how many forms were made
	/// @throws IllegalStateException when a request has left the pending ones since it
	/// was planned
	long form(List<GroupToForm> groups);

}
