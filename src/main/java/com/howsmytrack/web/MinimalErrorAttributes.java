package com.howsmytrack.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/// The content of error responses outside GraphQL: the status, and the id of the request in the log. Nothing from the
/// request is repeated.
@Component
class MinimalErrorAttributes extends DefaultErrorAttributes {

	@Override
	public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
		Map<String, @Nullable Object> all = super.getErrorAttributes(request, options);
		Map<String, @Nullable Object> plain = new LinkedHashMap<>();
		plain.put("status", all.get("status"));
		plain.put("error", all.get("error"));
		plain.put("requestId", request.getAttribute(RequestIds.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
		return plain;
	}

}
