package com.howsmytrack.account.deletion;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.howsmytrack.account.AccountId;
import com.howsmytrack.account.CurrentMember;
import com.howsmytrack.account.PersonalData;
import com.howsmytrack.account.session.SessionCookieUpdate;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.graphql.UserError;
import graphql.GraphQLContext;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// The export of personal data and the deletion of the account.
@Controller
class AccountDeletionController {

	private final AccountDeletion deletion;

	private final List<PersonalData> personalData;

	private final Clock clock;

	AccountDeletionController(AccountDeletion deletion, List<PersonalData> personalData, Clock clock) {
		this.deletion = deletion;
		this.personalData = personalData;
		this.clock = clock;
	}

	@QueryMapping
	Map<String, Object> exportMyData(@CurrentMember AccountId me) {
		Map<String, Object> export = new LinkedHashMap<>();
		export.put("exportedAt", this.clock.instant().toString());
		this.personalData.forEach((data) -> export.put(data.section(), data.of(me)));
		return export;
	}

	@MutationMapping
	MutationResult deleteAccount(@CurrentMember AccountId me, @Argument String password, GraphQLContext context) {
		Optional<UserError> error = this.deletion.of(me, password);
		if (error.isEmpty()) {
			SessionCookieUpdate.removeToken(context);
		}
		return MutationResult.of(error);
	}

}
