package kz.duken.shop.pricelist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import jakarta.validation.Validator;
import kz.duken.commons.HeavyWork;
import kz.duken.commons.problem.Unavailable;
import kz.duken.shop.product.Products;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * Brings price lists in: received whole, looked through, then done batch by batch. What
 * ends it on its way (an outage, the end of its time) leaves whole batches, and the same
 * list again goes on after them.
 */
@Service
class PriceLists {

	private final DataSource pool;

	private final JdbcClient jdbc;

	private final SQLExceptionTranslator translator;

	private final Products products;

	private final Validator validator;

	private final ImportProperties properties;

	private final JsonMapper json;

	private final Clock clock;

	private final Set<UUID> running = ConcurrentHashMap.newKeySet();

	private final Semaphore uploads;

	private final Semaphore places;

	private final HeavyWork reading;

	PriceLists(DataSource pool, JdbcClient jdbc, SQLExceptionTranslator translator, Products products,
			Validator validator, ImportProperties properties, JsonMapper json, Clock clock) {
		this.pool = pool;
		this.jdbc = jdbc;
		this.translator = translator;
		this.products = products;
		this.validator = validator;
		this.properties = properties;
		this.json = json;
		this.clock = clock;
		this.uploads = new Semaphore(properties.uploadsAtOnce());
		this.places = new Semaphore(properties.atOnce());
		this.reading = new HeavyWork("price-list", properties.atOnce());
	}

	/**
	 * Imports a price list. Only one that has arrived whole takes a place: who sends
	 * slowly keeps nobody else out.
	 * @throws ImportInProgress when one of the shop is being imported
	 * @throws MalformedPriceList when it cannot be read to its end; nothing is done
	 * @throws Unavailable when as many are arriving, or imported, as there is room for
	 */
	ImportReport take(PriceListFormat format, InputStream body, ImportOrder order) throws IOException {
		if (!this.running.add(order.shopId())) {
			throw new ImportInProgress();
		}
		try {
			Deadline deadline = Deadline.in(this.properties.time(), this.clock);
			OffsetDateTime sent = now();
			try (Upload upload = receive(body, deadline)) {
				enter(this.places);
				try {
					return carryOut(format, upload, sent, order, deadline);
				}
				finally {
					this.places.release();
				}
			}
		}
		finally {
			this.running.remove(order.shopId());
		}
	}

	/** By the clock that tells when orders take and give back. */
	private OffsetDateTime now() {
		return this.jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
	}

	private static void enter(Semaphore room) {
		if (!room.tryAcquire()) {
			throw new Unavailable("The import of price lists", null);
		}
	}

	private Upload receive(InputStream body, Deadline deadline) throws IOException {
		enter(this.uploads);
		try {
			return Upload.of(body, deadline);
		}
		finally {
			this.uploads.release();
		}
	}

	private ImportReport carryOut(PriceListFormat format, Upload upload, OffsetDateTime sent, ImportOrder order,
			Deadline deadline) throws IOException {
		int lines = this.reading.done(() -> lookThrough(format, upload, deadline));
		try (InputStream file = upload.open(deadline);
				Claims claims = new Claims(lines);
				ImportSession session = ImportSession.open(this.pool, this.translator, order.shopId())) {
			Sending sending = session.sending(upload.digest(), sent, order, this.properties.sameFor());
			var tally = new Tally(this.properties.errors(), read(sending.report()));
			var progress = new PriceListImport(session.sheet(sending), session.transaction(), this.products,
					this.validator, order, claims, deadline, tally);
			PriceList list = format.read(file);
			if (sending.report() != null) {
				session.recall(claims);
			}
			try {
				for (int left = tally.report().rows(); left > 0;) {
					left -= progress.passOver(batch(list));
				}
				for (List<ListedOffer> batch = batch(list); !batch.isEmpty(); batch = batch(list)) {
					progress.take(batch);
				}
			}
			catch (RuntimeException ex) {
				rememberIfPossible(session, order, tally.report(), claims, ex);
				throw ex;
			}
			if (!order.dryRun()) {
				session.end();
			}
			return tally.report();
		}
	}

	private void rememberIfPossible(ImportSession session, ImportOrder order, ImportReport report, Claims claims,
			RuntimeException why) {
		if (order.dryRun()) {
			return;
		}
		try {
			session.remember(this.json.writeValueAsString(report), claims);
		}
		catch (DataAccessException | TransactionException ex) {
			// then the lines of this request are looked at again
			why.addSuppressed(ex);
		}
	}

	private ImportReport read(@Nullable String report) {
		return (report != null) ? this.json.readValue(report, ImportReport.class) : ImportReport.OF_NOTHING;
	}

	/**
	 * So that a list that breaks off in its middle does nothing.
	 * @return how many lines it has
	 */
	private int lookThrough(PriceListFormat format, Upload upload, Deadline deadline) {
		try (InputStream file = upload.open(deadline)) {
			PriceList list = format.read(file);
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
			return lines;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
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
