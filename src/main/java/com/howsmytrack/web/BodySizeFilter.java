package com.howsmytrack.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads no more of a body than a decent one has, whether it says how long it is or not.
class BodySizeFilter extends OncePerRequestFilter {

	private final long mostBytes;

	BodySizeFilter(DataSize most) {
		this.mostBytes = most.toBytes();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getContentLengthLong() > this.mostBytes) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		chain.doFilter((request.getContentLengthLong() >= 0) ? request : new Counted(request), response);
	}

	private final class Counted extends HttpServletRequestWrapper {

		Counted(HttpServletRequest request) {
			super(request);
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new CountedStream(super.getInputStream());
		}

	}

	private final class CountedStream extends ServletInputStream {

		private final ServletInputStream body;

		private long read;

		CountedStream(ServletInputStream body) {
			this.body = body;
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
			if (this.read > BodySizeFilter.this.mostBytes) {
				throw new IOException("The body is larger than %d bytes".formatted(BodySizeFilter.this.mostBytes));
			}
			return result;
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
