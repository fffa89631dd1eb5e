package com.howsmytrack.operations;

/// What kind of thing an operator changed. Names as in the schema and the table.
enum AuditSubject {

	PERSON, REQUEST, RESPONSE, MAIL, JOB_RUN

}
