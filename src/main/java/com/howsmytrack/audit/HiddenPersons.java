package com.howsmytrack.audit;

import java.util.List;
import java.util.Set;

/// Decides for one type of object whether an operator may know which person an audit entry concerns. A module whose
/// objects have anonymous authors implements it.
public interface HiddenPersons {

	/// The type of the objects.
	AuditSubject subject();

	/// The ids of the entries whose person the operator must not know.
	/// @param operator the account id of the operator
	/// @param entries about objects of the type; the objects may no longer exist
	Set<Long> hiddenFrom(long operator, List<AuditEntry> entries);

}
