package com.howsmytrack.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

import org.springframework.util.function.SingletonSupplier;

/// One request and its response, without redirects.
final class OutboundExchange {

	private static final int HTTPS_PORT = 443;

	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

	/// The client is created at the first call: most commands make none.
	private final SingletonSupplier<CloseableHttpClient> client;

	private final OutboundSettings settings;

	private volatile boolean used;

	OutboundExchange(OutboundNetwork network, OutboundSettings settings) {
		this.settings = settings;
		this.client = SingletonSupplier.of(() -> {
			this.used = true;
			return OutboundClient.create(network, settings);
		});
	}

	/// @param uri of an allowed host
	OutboundResponse send(String method, URI uri, Map<String, String> headers, OutboundRequest call) {
		String host = uri.getHost().toLowerCase(Locale.ROOT);
		HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
		headers.forEach(request::setHeader);
		request.setHeader("Accept-Encoding", "gzip");
		if (!call.body().equals(OutboundBody.NONE)) {
			request.setEntity(new ByteArrayEntity(call.body().content(), ContentType.parse(call.body().contentType())));
		}
		try {
			ClassicHttpResponse response = this.client.obtain()
				.executeOpen(new HttpHost("https", host, HTTPS_PORT), request, null);
			boolean read = call.readsBody() && !(call.redirects() > 0 && isRedirect(response.getCode()));
			byte[] body = read ? body(response.getEntity(), call, host) : new byte[0];
			return new OutboundResponse(response.getCode(), headers(response), body, uri);
		}
		catch (IOException failed) {
			throw new OutboundException(failure(failed), host, failed);
		}
		finally {
			// Closes the connection. Closing the response instead would first read the
			// rest of its body.
			request.cancel();
		}
	}

	/// The body of a redirect that is followed is not read.
	static boolean isRedirect(int status) {
		return REDIRECTS.contains(status);
	}

	private byte[] body(HttpEntity entity, OutboundRequest call, String host) throws IOException {
		if (entity == null) {
			return new byte[0];
		}
		int limit = (int) Math.min(call.largestBody(), this.settings.largestBody().toBytes());
		InputStream content = decoded(entity, host);
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		byte[] part = new byte[8192];
		for (int read = content.read(part); read >= 0; read = content.read(part)) {
			if (body.size() + read > limit) {
				throw new OutboundException(OutboundFailure.TOO_LARGE, host, null);
			}
			body.write(part, 0, read);
		}
		return body.toByteArray();
	}

	private static InputStream decoded(HttpEntity entity, String host) throws IOException {
		String encoding = (entity.getContentEncoding() != null) ? entity.getContentEncoding().toLowerCase(Locale.ROOT)
				: "identity";
		return switch (encoding) {
			case "identity" -> entity.getContent();
			case "gzip", "x-gzip" -> new GZIPInputStream(entity.getContent());
			default -> throw new OutboundException(OutboundFailure.INVALID_RESPONSE, host, null);
		};
	}

	private static Map<String, List<String>> headers(ClassicHttpResponse response) {
		Map<String, List<String>> headers = new HashMap<>();
		for (Header header : response.getHeaders()) {
			if (header.getValue() != null) {
				headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), (_) -> new ArrayList<>())
					.add(header.getValue());
			}
		}
		return headers;
	}

	private static OutboundFailure failure(IOException failed) {
		return switch (failed) {
			case RefusedAddressException _ -> OutboundFailure.REFUSED_ADDRESS;
			case MessageConstraintException _ -> OutboundFailure.TOO_LARGE;
			case ClientProtocolException _, ZipException _ -> OutboundFailure.INVALID_RESPONSE;
			case InterruptedIOException _ -> OutboundFailure.TIMEOUT;
			default -> OutboundFailure.CONNECTION;
		};
	}

	void close() {
		if (this.used) {
			this.client.obtain().close(CloseMode.IMMEDIATE);
		}
	}

}
