/// The transports of subscriptions: WebSocket with the protocol `graphql-transport-ws`, and server-sent events as
/// `graphql-sse` defines them (distinct connections). A *stream* is one WebSocket or one response with server-sent
/// events.
@NullMarked
package com.howsmytrack.graphql.stream;

import org.jspecify.annotations.NullMarked;
