package com.howsmytrack.graphql;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param registeredDocumentsOnly whether nothing but a registered document executes
@ConfigurationProperties("howsmytrack.graphql")
record GraphQlSettings(boolean registeredDocumentsOnly) {
}
