package kz.duken.customer;

import org.springframework.data.domain.Persistable;

/**
 * An entity that is saved only when it is made, which inserts it without looking for it
 * first. What changes later is written by the transaction that found it.
 */
public interface SavedOnce<ID> extends Persistable<ID> {

	@Override
	default boolean isNew() {
		return true;
	}

}
