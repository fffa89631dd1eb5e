package com.howsmytrack.audit;

/// What an operator did. The module that performs an action declares it as a constant and adds its name to the enum
/// `AuditAction` in its part of the schema. The table stores the name.
public record AuditAction(String name) {
}
