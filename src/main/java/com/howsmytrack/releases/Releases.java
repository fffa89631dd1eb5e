package com.howsmytrack.releases;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Releases extends Repository<Release, Long> {

	Optional<Release> findById(Long id);

}
