package com.howsmytrack.audit;

import java.util.List;

/// An id in the details of audit entries, for example the group of a corrected request.
///
/// @param names of the details; one of them has the id
public record AuditDetail(List<String> names, long id) {
}
