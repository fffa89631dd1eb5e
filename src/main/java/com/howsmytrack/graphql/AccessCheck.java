package com.howsmytrack.graphql;

import java.util.Optional;

/// Determines whether the caller is a member or an operator. It is called before every operation that not all callers
/// may execute.
public interface AccessCheck {

	/// Whether the caller is signed in.
	boolean isMember();

	/// The account id of the caller. Empty if the caller is not signed in or is not an
	/// operator.
	Optional<Long> operator();

}
