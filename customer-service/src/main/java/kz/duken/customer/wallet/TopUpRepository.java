package kz.duken.customer.wallet;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface TopUpRepository extends Repository<TopUp, TopUp.Key> {

	Optional<TopUp> findById(TopUp.Key key);

	/**
	 * Claims a key; whoever comes second waits for the first.
	 * @return 0 when it has been claimed before
	 */
	@Modifying
	@NativeQuery("""
			insert into top_up (caller_id, idempotency_key, request_hash, transfer_id)
			values (:callerId, :key, :requestHash, :transferId)
			on conflict (caller_id, idempotency_key) do nothing""")
	int claim(UUID callerId, String key, String requestHash, UUID transferId);

}
