package com.howsmytrack.account.registration;

import com.howsmytrack.graphql.CallerNetwork;
import com.howsmytrack.graphql.MutationResult;
import com.howsmytrack.web.NetworkAddress;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

@Controller
class RegistrationController {

	private final Registration registration;

	RegistrationController(Registration registration) {
		this.registration = registration;
	}

	@MutationMapping
	MutationResult registerUser(@Argument String email, @Argument String password, @Argument String passwordRepeat,
			@ContextValue(CallerNetwork.NAME) NetworkAddress network) {
		return MutationResult.of(this.registration.register(email, password, passwordRepeat, network));
	}

}
