package kz.duken.cart.promo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional
interface PromoCodeRepository extends Repository<PromoCode, String> {

	Optional<PromoCode> findById(String code);

	/**
	 * Until the end of the transaction nobody else makes this code, uses it or gives a
	 * use back; it need not exist. What is read next sees what the others have done.
	 */
	@NativeQuery("select pg_advisory_xact_lock(hashtextextended('promo code ' || :code, 0)) is null")
	boolean alone(String code);

	/** With its row locked, too. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from PromoCode p where p.code = :code")
	Optional<PromoCode> lock(String code);

	List<PromoCode> findByCodeGreaterThanOrderByCode(String after, Limit limit);

	/**
	 * Makes a code; one that is made anew counts its old uses.
	 * @return 0 when there is such a code
	 */
	@Modifying
	@NativeQuery("""
			insert into promo_code (code, percent, amount, min_sum, starts_at, ends_at, usage_limit,
				per_customer_limit, used)
			select :code, :percent, :amount, :minSum, :startsAt, :endsAt, :usageLimit, :perCustomerLimit,
				(select least(count(*), cast(:usageLimit as bigint)) from redemption
					where code = :code and outcome = 'REDEEMED' and released_at is null)
			on conflict (code) do nothing""")
	int add(String code, @Nullable Integer percent, @Nullable BigDecimal amount, @Nullable BigDecimal minSum,
			@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Integer usageLimit,
			@Nullable Integer perCustomerLimit);

	@Modifying
	@Query("delete from PromoCode p where p.code = :code")
	int remove(String code);

}
