package com.howsmytrack.outbound;

import java.util.Arrays;

/// The body of a POST request.
///
/// @param contentType for example `application/json`
@SuppressWarnings("ArrayRecordComponent")
public record OutboundBody(String contentType, byte[] content) {

	/// A request without a body.
	static final OutboundBody NONE = new OutboundBody("", new byte[0]);

	public OutboundBody {
		content = content.clone();
	}

	@Override
	public byte[] content() {
		return this.content.clone();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof OutboundBody body && this.contentType.equals(body.contentType)
				&& Arrays.equals(this.content, body.content);
	}

	@Override
	public int hashCode() {
		return 31 * this.contentType.hashCode() + Arrays.hashCode(this.content);
	}

}
