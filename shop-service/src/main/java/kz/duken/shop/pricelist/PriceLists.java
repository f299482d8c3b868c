package kz.duken.shop.pricelist;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import jakarta.validation.Validator;
import kz.duken.commons.problem.Unavailable;
import kz.duken.shop.product.Products;

import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Service;

/**
 * Brings price lists in: received whole, looked through, then done batch by batch. What
 * ends it on its way (an outage, the end of its time) leaves whole batches, and the same
 * list again goes on from there.
 */
@Service
class PriceLists {

	private final DataSource pool;

	private final SQLExceptionTranslator translator;

	private final Products products;

	private final Validator validator;

	private final ImportProperties properties;

	private final Clock clock;

	private final Set<UUID> running = ConcurrentHashMap.newKeySet();

	private final Semaphore places;

	PriceLists(DataSource pool, SQLExceptionTranslator translator, Products products, Validator validator,
			ImportProperties properties, Clock clock) {
		this.pool = pool;
		this.translator = translator;
		this.products = products;
		this.validator = validator;
		this.properties = properties;
		this.clock = clock;
		this.places = new Semaphore(properties.atOnce());
	}

	/**
	 * Imports a price list.
	 * @throws ImportInProgress when one of the shop is being imported
	 * @throws MalformedPriceList when it cannot be read to its end; nothing is done
	 * @throws Unavailable when as many imports are running as there is room for
	 */
	ImportReport take(PriceListFormat format, InputStream body, ImportOrder order) throws IOException {
		if (!this.running.add(order.shopId())) {
			throw new ImportInProgress();
		}
		try {
			if (!this.places.tryAcquire()) {
				throw new Unavailable("The import of price lists", null);
			}
			try {
				return receive(format, body, order);
			}
			finally {
				this.places.release();
			}
		}
		finally {
			this.running.remove(order.shopId());
		}
	}

	private ImportReport receive(PriceListFormat format, InputStream body, ImportOrder order) throws IOException {
		Deadline deadline = Deadline.in(this.properties.time(), this.clock);
		try (Upload upload = Upload.of(body, deadline)) {
			try (InputStream file = upload.open()) {
				lookThrough(format.read(file));
			}
			try (InputStream file = upload.open();
					ImportSession session = ImportSession.open(this.pool, this.translator, order.shopId())) {
				return carryOut(format.read(file), session, order, deadline);
			}
		}
	}

	/** So that a list that breaks off in its middle does nothing. */
	private void lookThrough(PriceList list) throws IOException {
		int lines = 0;
		for (ListedOffer offer = list.next(); offer != null; offer = list.next()) {
			if (offer.isDamaged()) {
				throw new MalformedPriceList(offer.line(), "The text is not in the encoding of the file.");
			}
			lines++;
			if (lines > this.properties.lines()) {
				throw new TooManyLines();
			}
		}
	}

	private ImportReport carryOut(PriceList list, ImportSession session, ImportOrder order, Deadline deadline)
			throws IOException {
		var tally = new Tally(this.properties.errors());
		var progress = new PriceListImport(session, this.products, this.validator, order, tally);
		for (List<ListedOffer> batch = batch(list); !batch.isEmpty(); batch = batch(list)) {
			deadline.check();
			progress.take(batch);
		}
		return tally.report();
	}

	private static List<ListedOffer> batch(PriceList list) throws IOException {
		List<ListedOffer> batch = new ArrayList<>();
		while (batch.size() < Products.BATCH) {
			ListedOffer offer = list.next();
			if (offer == null) {
				break;
			}
			batch.add(offer);
		}
		return batch;
	}

}
