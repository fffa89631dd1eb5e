package com.howsmytrack.testing;

import com.howsmytrack.graphql.SharedSchema;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/// Completes a `@GraphQlTest` of one controller: the schema with scalars and `@access`, and a [TestCaller] as the caller of
/// the operations. HTTP, sessions and the database are absent.
@TestConfiguration(proxyBeanMethods = false)
@Import({ SharedSchema.class, TestCaller.class })
public class GraphQlSlice {

}
