package com.howsmytrack.audit;

/// The type of object that an operator changed. The module that owns such objects declares the type as a constant and
/// adds its name to the enum `AuditSubject` in its part of the schema. The table stores the name.
public record AuditSubject(String name) {
}
