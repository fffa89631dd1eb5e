package com.howsmytrack.mail;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class MailTemplatesTests {

	private static final MailKind WELCOME = MailKind.urgent("welcome");

	private static final MailKind DIGEST = MailKind.optional("digest", "weekly digests");

	@Test
	void collectsTheKindsOfAllTemplates() {
		MailTemplates templates = new MailTemplates(List.of(new EmptyTemplate(WELCOME), new EmptyTemplate(DIGEST)));

		assertThat(templates.kinds()).containsExactly(DIGEST, WELCOME);
		assertThat(templates.kind("welcome")).isEqualTo(WELCOME);
		assertThat(templates.of(DIGEST).kind()).isEqualTo(DIGEST);
	}

	@Test
	void rejectsTwoTemplatesOfTheSameKind() {
		assertThatIllegalStateException()
			.isThrownBy(() -> new MailTemplates(List.of(new EmptyTemplate(DIGEST),
					new EmptyTemplate(MailKind.optional("digest", "another description")))))
			.withMessageContaining("digest");
	}

	@Test
	void rejectsAKindWithoutATemplate() {
		assertThatNullPointerException().isThrownBy(() -> new MailTemplates(List.of()).of(DIGEST))
			.withMessageContaining("digest");
	}

	@Test
	void findsOnlyOptionalKindsAsOptional() {
		MailKinds kinds = new MailKinds(
				new MailTemplates(List.of(new EmptyTemplate(WELCOME), new EmptyTemplate(DIGEST))));

		assertThat(kinds.optional()).containsExactly(DIGEST);
		assertThat(kinds.findOptional("digest")).contains(DIGEST);
		assertThat(kinds.findOptional("welcome")).isEmpty();
		assertThat(kinds.findOptional("unknown")).isEmpty();
	}

	@Test
	void rejectsANameThatALinkCannotContain() {
		assertThatIllegalArgumentException().isThrownBy(() -> MailKind.urgent("Weekly digest"));
	}

	private record EmptyTemplate(MailKind kind) implements MailTemplate {

		@Override
		public Optional<MailContent> write(Mail mail) {
			return Optional.empty();
		}

	}

}
