package com.howsmytrack.feedback.admin;

import java.util.Optional;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/// The queries are SQL, not JPQL, for the reason stated in `Accounts`.
interface CorrectedRequests extends Repository<CorrectedRequest, Long> {

	/// The lock excludes the assignment run and the owner, who may edit or delete the
	/// request. It allows another correction to create forms about the track; a stronger
	/// lock could end in a deadlock with that correction.
	@NativeQuery("SELECT * FROM feedback_request WHERE id = :id FOR NO KEY UPDATE")
	Optional<CorrectedRequest> findLocked(long id);

	/// Writes at once, because later statements of the correction read the row.
	CorrectedRequest saveAndFlush(CorrectedRequest request);

	void delete(CorrectedRequest request);

}
