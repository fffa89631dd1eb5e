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

/// Reads no more of a body than a decent one has, whether it says how long it is or not, and waits no longer for it
/// than a decent one takes.
class RequestBodyLimitFilter extends HttpFilter {

	private final long mostBytes;

	private final Duration timeout;

	RequestBodyLimitFilter(DataSize most, Duration timeout) {
		this.mostBytes = most.toBytes();
		this.timeout = timeout;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (request.getContentLengthLong() > this.mostBytes) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		Counted counted = new Counted(request);
		chain.doFilter(counted, response);
		if (counted.error != null && !response.isCommitted()) {
			response.resetBuffer();
			response.sendError(counted.error.value());
		}
	}

	private final class Counted extends HttpServletRequestWrapper {

		private @Nullable HttpStatus error;

		Counted(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new CountedStream(super.getInputStream(), this);
		}

	}

	private final class CountedStream extends ServletInputStream {

		private final ServletInputStream body;

		private final Counted request;

		private final long begun = System.nanoTime();

		private long read;

		CountedStream(ServletInputStream body, Counted request) {
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
			if (this.read > RequestBodyLimitFilter.this.mostBytes) {
				throw refused(HttpStatus.CONTENT_TOO_LARGE);
			}
			if (System.nanoTime() - this.begun > RequestBodyLimitFilter.this.timeout.toNanos()) {
				throw refused(HttpStatus.REQUEST_TIMEOUT);
			}
			return result;
		}

		private IOException refused(HttpStatus status) {
			this.request.error = status;
			return new IOException("The body is refused with " + status);
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
