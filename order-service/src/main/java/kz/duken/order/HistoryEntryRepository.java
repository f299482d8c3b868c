package kz.duken.order;

import java.util.List;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface HistoryEntryRepository extends Repository<HistoryEntry, Long> {

	HistoryEntry save(HistoryEntry entry);

	List<HistoryEntry> findByOrderIdAndIdGreaterThanOrderById(UUID orderId, long after, Limit limit);

}
