package com.howsmytrack.notification.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.PersonalData;

import org.springframework.stereotype.Component;

/// The visible notices, in a member's export.
@Component
class NoticeData implements PersonalData {

	private final Notices notices;

	NoticeData(Notices notices) {
		this.notices = notices;
	}

	@Override
	public String section() {
		return "notices";
	}

	@Override
	public Set<String> tables() {
		return Set.of("notice");
	}

	@Override
	public Object of(AccountId account) {
		return this.notices.of(account).stream().map(NoticeData::notice).toList();
	}

	private static Map<String, Object> notice(NoticeView notice) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("title", notice.title());
		data.put("text", notice.text());
		data.put("createdAt", notice.createdAt().toString());
		data.put("read", notice.read());
		return data;
	}

}
