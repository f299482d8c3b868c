package kz.duken.customer.wallet;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface PayoutRepository extends Repository<Payout, TopUp.Key> {

	Optional<Payout> findById(TopUp.Key key);

	/**
	 * Claims a key; whoever comes second waits for the first.
	 * @return 0 when it has been claimed before
	 */
	@Modifying
	@NativeQuery("""
			insert into payout (caller_id, idempotency_key, request_hash, shop_id, transfer_id)
			values (:callerId, :key, :requestHash, :shopId, :transferId)
			on conflict (caller_id, idempotency_key) do nothing""")
	int claim(UUID callerId, String key, String requestHash, UUID shopId, UUID transferId);

}
