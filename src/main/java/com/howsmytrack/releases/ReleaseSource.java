package com.howsmytrack.releases;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the new releases of one music service, page by page.
interface ReleaseSource {

	MusicService service();

	/// Whether the settings contain all that is needed to call the service.
	boolean isEnabled();

	/// The origins from which browsers load the covers, with those to which they are
	/// redirected.
	Set<String> coverOrigins();

	/// Passes each page on before it reads the next one, so that the pages before a
	/// failure are kept.
	/// @throws SourceException if the service refused a call, or its answer is not usable
	/// @throws com.howsmytrack.outbound.OutboundException if there is no answer
	void fetch(Pages pages);

	/// What happens to the pages.
	interface Pages {

		/// Stores a page.
		/// @param entries empty for entries without a valid id or date
		void write(List<Optional<FetchedRelease>> entries);

		/// Whether no further call should begin. To be asked only while a call is left.
		boolean stopRequested();

	}

}
