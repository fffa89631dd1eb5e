package com.howsmytrack.graphql;

import java.util.List;
import java.util.stream.Stream;

import com.howsmytrack.testing.Constants;
import com.howsmytrack.testing.SchemaEnum;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTests {

	@Test
	void areTheValuesOfTheEnumInTheSchema() {
		assertThat(constants()).extracting(ErrorCode::name)
			.containsExactlyInAnyOrderElementsOf(SchemaEnum.values("UserErrorCode"));
	}

	/// Otherwise the comparison with the schema would not see them.
	@Test
	void areDeclaredAsConstants() {
		assertThat(Constants.createdOutsideConstants(ErrorCode.class)).isEmpty();
	}

	/// The check above must be able to fail: some errors are created while a request
	/// runs.
	@Test
	void wouldBeFoundOutsideConstants() {
		assertThat(Constants.createdOutsideConstants(UserError.class)).isNotEmpty();
	}

	/// One object per code, although several errors can share the code.
	private static List<ErrorCode> constants() {
		Stream<ErrorCode> codes = Constants.of(ErrorCode.class).stream();
		Stream<ErrorCode> codesOfErrors = Constants.of(UserError.class).stream().map(UserError::code);
		return Stream.concat(codes, codesOfErrors).map(Identity::new).distinct().map(Identity::code).toList();
	}

	private record Identity(ErrorCode code) {

		@Override
		public boolean equals(Object other) {
			return other instanceof Identity identity && identity.code == this.code;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.code);
		}

	}

}
