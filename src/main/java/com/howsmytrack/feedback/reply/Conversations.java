package com.howsmytrack.feedback.reply;

import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Conversations extends Repository<Conversation, Integer> {

	/// Locks the response: until the end of the transaction no other transaction can add
	/// a reply to it, rate it or submit it.
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	Optional<Conversation> findById(Integer id);

}
