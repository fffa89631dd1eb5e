package com.howsmytrack.outbound;

/// Calls other services by HTTP. It throws [OutboundException] if there is no complete response. A response with an error
/// status is a response.
///
/// Call it outside transactions: a slow service would otherwise hold a connection to the database and row locks. A call
/// within a transaction is a defect and fails. What a member causes counts under [MemberCalls].
public interface OutboundHttp {

	/// Whether other services are called at all. If not, each call fails.
	boolean isEnabled();

	/// Sends a GET request and follows as many redirects as the request allows.
	/// @throws OutboundException if there is no complete response
	OutboundResponse get(OutboundRequest request);

	/// Sends a POST request. Redirects are not followed.
	/// @throws OutboundException if there is no complete response
	OutboundResponse post(OutboundRequest request);

}
