package kz.duken.shop.pricelist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what comes of lines. */
final class Tally {

	private final int mostErrors;

	private final List<ImportReport.Failure> errors = new ArrayList<>();

	private int created;

	private int updated;

	private int unchanged;

	private int failed;

	/**
	 * Goes on counting.
	 * @param soFar what came of the lines before
	 */
	Tally(int mostErrors, ImportReport soFar) {
		this.mostErrors = mostErrors;
		this.created = soFar.created();
		this.updated = soFar.updated();
		this.unchanged = soFar.unchanged();
		this.failed = soFar.failed();
		this.errors.addAll(soFar.errors());
	}

	/**
	 * Counts a batch; batches come in the order of the file.
	 * @param unreadable the lines that never became any
	 */
	void count(List<Line> lines, List<ImportReport.Failure> unreadable) {
		List<ImportReport.Failure> failures = new ArrayList<>(unreadable);
		for (Line line : lines) {
			switch (line.effect()) {
				case Effect.Create create -> this.created++;
				case Effect.Change change -> this.updated++;
				case Effect.Keep keep -> this.unchanged++;
				case Effect.Refuse refusal -> failures.add(line.failure(refusal));
			}
		}
		this.failed += failures.size();
		failures.stream()
			.sorted(Comparator.comparingInt(ImportReport.Failure::line))
			.limit(this.mostErrors - this.errors.size())
			.forEach(this.errors::add);
	}

	ImportReport report() {
		return new ImportReport(this.created + this.updated + this.unchanged + this.failed, this.created, this.updated,
				this.unchanged, this.failed, List.copyOf(this.errors));
	}

}
