package kz.duken.customer.wallet;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LedgerEntryRepository extends Repository<LedgerEntry, UUID> {

	LedgerEntry save(LedgerEntry entry);

	void flush();

	/** Those before the given number, newest first. */
	@Query("""
			select e from LedgerEntry e join fetch e.transfer
			where e.account = :account and e.number < :before order by e.number desc""")
	List<LedgerEntry> findBefore(Account account, long before, Limit limit);

	@Query("""
			select e from LedgerEntry e join fetch e.transfer
			where e.account = :account and e.transfer.id = :transferId""")
	LedgerEntry get(Account account, UUID transferId);

}
