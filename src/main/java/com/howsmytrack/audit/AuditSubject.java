package com.howsmytrack.audit;

/// The kind of thing that an operator changed. The module that owns such things declares the kind as a constant and adds
/// its name to the enum `AuditSubject` in its part of the schema. The table keeps the name.
public record AuditSubject(String name) {
}
