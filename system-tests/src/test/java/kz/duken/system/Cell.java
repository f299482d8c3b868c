package kz.duken.system;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that can go wrong.
 *
 * @param step at which call
 * @param story in which
 * @param moment when
 * @param victim who is killed then
 * @param attended whether the customer asks again until he is answered; if not, it ends
 * by itself
 */
record Cell(Step step, Story story, Fault.Moment moment, Victim victim, boolean attended) {

	/** At which somebody may be killed; the others are the network's alone. */
	private static final List<Fault.Moment> DEADLY = List.of(Fault.Moment.BEFORE_DELIVERY, Fault.Moment.ANSWER_LOST,
			Fault.Moment.ANSWERED);

	private static final List<Fault.Moment> OF_THE_NETWORK = List.of(Fault.Moment.DELAYED, Fault.Moment.DUPLICATED,
			Fault.Moment.LATE);

	/** What ends by itself once it is asked for; of a draft nothing may be left. */
	private static final List<Step> UNATTENDED = List.of(Step.RESERVE, Step.REDEEM, Step.PAY, Step.COMMIT,
			Step.EMPTY_CART, Step.RELEASE, Step.UNREDEEM, Step.RESTOCK, Step.REFUND, Step.CREDIT);

	Cell(Step step, Fault.Moment moment, Victim victim) {
		this(step, step.story(), moment, victim, true);
	}

	Cell(Step step, Story story, Fault.Moment moment, Victim victim) {
		this(step, story, moment, victim, true);
	}

	/**
	 * One for each step: callee, caller and PostgreSQL die once each, the caller between
	 * answer and commit, and nobody asks again.
	 */
	static List<Cell> few() {
		return List.of(new Cell(Step.RESERVE, Fault.Moment.ANSWER_LOST, Victim.NOBODY),
				new Cell(Step.REDEEM, Fault.Moment.ANSWER_LOST, Victim.NOBODY),
				new Cell(Step.PAY, Story.BOUGHT, Fault.Moment.ANSWERED, Victim.CALLER, false),
				new Cell(Step.COMMIT, Fault.Moment.ANSWER_LOST, Victim.POSTGRESQL),
				new Cell(Step.EMPTY_CART, Fault.Moment.LATE, Victim.NOBODY),
				new Cell(Step.RELEASE, Fault.Moment.BEFORE_DELIVERY, Victim.NOBODY),
				new Cell(Step.UNREDEEM, Fault.Moment.ANSWER_LOST, Victim.NOBODY),
				new Cell(Step.RESTOCK, Fault.Moment.ANSWER_LOST, Victim.NOBODY),
				new Cell(Step.REFUND, Fault.Moment.ANSWER_LOST, Victim.CALLEE),
				new Cell(Step.CREDIT, Fault.Moment.DUPLICATED, Victim.NOBODY),
				new Cell(Step.RESERVE, Story.OVERTAKEN, Fault.Moment.OVERTAKEN, Victim.NOBODY));
	}

	/** All of them. */
	static List<Cell> all() {
		List<Cell> cells = new ArrayList<>();
		for (Step step : Step.values()) {
			addAll(cells, step, step.story());
		}
		addAll(cells, Step.PAY, Story.POOR);
		addAll(cells, Step.UNREDEEM, Story.CANCELLED);
		for (Story refused : List.of(Story.SOLD_OUT, Story.CODE_USED, Story.EXPIRED)) {
			for (Step step : refusedAt(refused)) {
				for (Fault.Moment moment : DEADLY) {
					cells.add(new Cell(step, refused, moment, Victim.CALLER));
				}
				cells.add(new Cell(step, refused, Fault.Moment.LATE, Victim.NOBODY));
			}
		}
		cells.add(new Cell(Step.RESERVE, Story.OVERTAKEN, Fault.Moment.OVERTAKEN, Victim.NOBODY));
		cells.add(new Cell(Step.REDEEM, Story.OVERTAKEN, Fault.Moment.OVERTAKEN, Victim.NOBODY));
		for (Step step : UNATTENDED) {
			cells.add(new Cell(step, step.story(), Fault.Moment.ANSWERED, Victim.CALLER, false));
			for (Victim victim : List.of(Victim.CALLEE, Victim.BOTH, Victim.POSTGRESQL)) {
				cells.add(new Cell(step, step.story(), Fault.Moment.ANSWER_LOST, victim, false));
			}
		}
		return cells;
	}

	/** The steps on the way to a refusal, and back from it. */
	private static List<Step> refusedAt(Story story) {
		Step refusing = switch (story) {
			case SOLD_OUT -> Step.RESERVE;
			case CODE_USED -> Step.REDEEM;
			default -> Step.PAY;
		};
		return List.of(refusing, Step.RELEASE, Step.UNREDEEM);
	}

	private static void addAll(List<Cell> cells, Step step, Story story) {
		for (Fault.Moment moment : DEADLY) {
			for (Victim victim : Victim.values()) {
				// an answer that arrives, and nobody dies: nothing has gone wrong
				if (moment != Fault.Moment.ANSWERED || victim != Victim.NOBODY) {
					cells.add(new Cell(step, story, moment, victim));
				}
			}
		}
		OF_THE_NETWORK.forEach((moment) -> cells.add(new Cell(step, story, moment, Victim.NOBODY)));
	}

}
