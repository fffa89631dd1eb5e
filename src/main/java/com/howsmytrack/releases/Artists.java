package com.howsmytrack.releases;

import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface Artists extends Repository<Artist, Long> {

	Optional<Artist> findById(Long id);

	/// The job cannot delete the artist until the end of the transaction.
	@NativeQuery("SELECT * FROM artist WHERE id = :id FOR KEY SHARE")
	Optional<Artist> findLockedById(long id);

}
