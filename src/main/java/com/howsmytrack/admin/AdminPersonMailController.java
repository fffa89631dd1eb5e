package com.howsmytrack.admin;

import com.howsmytrack.account.admin.PersonDetails;
import com.howsmytrack.graphql.PageArguments;
import com.howsmytrack.graphql.PageConnections;
import com.howsmytrack.mail.AdminMails;
import com.howsmytrack.mail.MailFilter;
import graphql.relay.Connection;

import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/// The mails about one person, as a field of `PersonDetails`.
@Controller
class AdminPersonMailController {

	private final AdminMails mails;

	AdminPersonMailController(AdminMails mails) {
		this.mails = mails;
	}

	@SchemaMapping
	Connection<OutgoingMailView> mails(PersonDetails details, @Arguments PageArguments page) {
		return PageConnections.of(this.mails.find(new MailFilter(null, null, null, details.id(), null), page.range())
			.map(OutgoingMailView::of), OutgoingMailView::id);
	}

}
