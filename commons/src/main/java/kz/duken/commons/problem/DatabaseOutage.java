package kz.duken.commons.problem;

import org.hibernate.TransactionException;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells what the database cannot do now from what it will never do. After an outage
 * nobody knows whether a transaction was committed whose end was lost; what is safe to
 * repeat may be tried again.
 */
public final class DatabaseOutage {

	private DatabaseOutage() {
	}

	/** Whether this is what a lost connection or a wait that became too long threw. */
	public static boolean isOne(RuntimeException ex) {
		return switch (ex) {
			case TransientDataAccessException busy -> true;
			case RecoverableDataAccessException lost -> true;
			case NonTransientDataAccessResourceException lost -> true;
			case CannotCreateTransactionException noBeginning -> true;
			case TransactionSystemException noEnd -> true;
			// nor could it be rolled back, for which Spring has no name
			default -> ex.getCause() instanceof TransactionException;
		};
	}

}
