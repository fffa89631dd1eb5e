package com.howsmytrack.audit;

/// What kind of thing an operator changed. Names as in the schema and the table.
public enum AuditSubject {

	PERSON, REQUEST, RESPONSE, MAIL, JOB_RUN

}
