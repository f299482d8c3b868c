package kz.duken.customer;

import java.time.Instant;

import org.springframework.data.jpa.repository.NativeQuery;

/** A repository on whose clock all instances agree. */
public interface DatabaseClock {

	/** The time at this moment, not that at which the transaction began. */
	@NativeQuery("select clock_timestamp()")
	Instant now();

}
