package kz.duken.test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.persistence.Entity;
import kz.duken.commons.neighbour.Neighbour;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The rules of the house that a machine can check; each service runs them over its own
 * classes.
 */
public final class HouseRules {

	@ArchTest
	static final ArchRule WHAT_NOBODY_ELSE_NEEDS_IS_HIDDEN = ArchRuleDefinition.classes()
		.that()
		.areAnnotatedWith(RestController.class)
		.or()
		.areAnnotatedWith(RestControllerAdvice.class)
		.or()
		.areAnnotatedWith(FeignClient.class)
		.or()
		.areAssignableTo(Repository.class)
		.should()
		.notBePublic()
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule ENTITIES_CHANGE_BY_WHAT_HAPPENED = ArchRuleDefinition.noMethods()
		.that()
		.areDeclaredInClassesThat()
		.areAnnotatedWith(Entity.class)
		.should()
		.haveNameMatching("set[A-Z].*")
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule NAMES_ARE_WORDS_OF_THE_TRADE = ArchRuleDefinition.noClasses()
		.should()
		.haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Exception)")
		.orShould()
		.resideInAnyPackage("..impl..", "..util..", "..dto..", "..helper..", "..manager..");

	@ArchTest
	static final ArchRule DEPENDENCIES_COME_BY_THE_CONSTRUCTOR = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

	@ArchTest
	static final ArchRule NOBODY_PRINTS = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

	@ArchTest
	static final ArchRule TIME_COMES_FROM_A_CLOCK = ArchRuleDefinition.noClasses()
		.should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(LocalDateTime.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis");

	/**
	 * What instances of a checkout's services must agree on (leases, deadlines, terms) is
	 * told by the database's clock, never by that of a process.
	 */
	@ArchTest
	static final ArchRule TIME_LIMITS_OF_A_CHECKOUT_ARE_THE_DATABASES = ArchRuleDefinition.noClasses()
		.that()
		.resideInAnyPackage("kz.duken.order..", "kz.duken.cart..", "kz.duken.shop.reservation..",
				"kz.duken.shop.offer..", "kz.duken.customer.wallet..")
		.should()
		.dependOnClassesThat()
		.areAssignableTo(Clock.class)
		.allowEmptyShould(true);

	@ArchTest
	static final ArchRule NO_REMOTE_CALL_INSIDE_A_TRANSACTION = ArchRuleDefinition.methods()
		.that()
		.areAnnotatedWith(Transactional.class)
		.should(callNoNeighbour())
		.allowEmptyShould(true);

	/** Whoever can do with no such answer is told so before anything is done. */
	@ArchTest
	static final ArchRule THE_KIND_OF_AN_ANSWER_IS_KNOWN_BEFOREHAND = ArchRuleDefinition.classes()
		.that()
		.areAnnotatedWith(RestController.class)
		.should()
		.beAnnotatedWith(DescribedPredicate.describe("what it produces",
				(annotation) -> annotation.getRawType().isEquivalentTo(RequestMapping.class)
						&& annotation.get("produces").filter((types) -> ((Object[]) types).length > 0).isPresent()));

	@ArchTest
	static final ArchRule NO_PACKAGES_IN_CIRCLES = SlicesRuleDefinition.slices()
		.matching("kz.duken.(**)")
		.should()
		.beFreeOfCycles();

	private HouseRules() {
	}

	private static ArchCondition<JavaMethod> callNoNeighbour() {
		return new ArchCondition<>("call no neighbour") {
			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				method.getMethodCallsFromSelf()
					.stream()
					.filter((call) -> isDoor(call.getTargetOwner()))
					.forEach((call) -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
			}
		};
	}

	private static boolean isDoor(JavaClass type) {
		return type.isAnnotatedWith(FeignClient.class) || type.isEquivalentTo(Neighbour.class)
				|| type.getAllFields()
					.stream()
					.anyMatch((field) -> !field.getModifiers().contains(JavaModifier.STATIC)
							&& field.getRawType().isEquivalentTo(Neighbour.class));
	}

}
