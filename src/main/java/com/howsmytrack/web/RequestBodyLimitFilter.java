package com.howsmytrack.web;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/// Limits the size of a request body, also without a `Content-Length`, and the time in which it must arrive.
class RequestBodyLimitFilter extends HttpFilter {

	private final long maxBytes;

	private final Duration timeout;

	RequestBodyLimitFilter(DataSize maxSize, Duration timeout) {
		this.maxBytes = maxSize.toBytes();
		this.timeout = timeout;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getContentLengthLong() > this.maxBytes) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		LimitedRequest limited = new LimitedRequest(request);
		chain.doFilter(limited, response);
		if (limited.error != null && !response.isCommitted()) {
			response.resetBuffer();
			response.sendError(limited.error.value());
		}
	}

	private final class LimitedRequest extends HttpServletRequestWrapper {

		private @Nullable HttpStatus error;

		LimitedRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new LimitedStream(super.getInputStream(), this);
		}

	}

	private final class LimitedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final LimitedRequest request;

		private final long started = System.nanoTime();

		private long read;

		LimitedStream(ServletInputStream body, LimitedRequest request) {
			this.body = body;
			this.request = request;
		}

		@Override
		public int read() throws IOException {
			int next = this.body.read();
			return (next < 0) ? next : counted(1, next);
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			int count = this.body.read(bytes, offset, length);
			return (count < 0) ? count : counted(count, count);
		}

		private int counted(int count, int result) throws IOException {
			this.read += count;
			if (this.read > RequestBodyLimitFilter.this.maxBytes) {
				throw rejected(HttpStatus.CONTENT_TOO_LARGE);
			}
			if (System.nanoTime() - this.started > RequestBodyLimitFilter.this.timeout.toNanos()) {
				throw rejected(HttpStatus.REQUEST_TIMEOUT);
			}
			return result;
		}

		private IOException rejected(HttpStatus status) {
			this.request.error = status;
			return new IOException("The request body is rejected with " + status);
		}

		@Override
		public boolean isFinished() {
			return this.body.isFinished();
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			this.body.setReadListener(listener);
		}

	}

}
