package com.howsmytrack.persistence;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/// Makes the connection details of `DATABASE_URL` available to tests of other packages.
@TestConfiguration(proxyBeanMethods = false)
@Import(DatabaseConfiguration.class)
public class TestDatabaseConnection {

}
