package kz.duken.commons.money;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Money} within bounds, by default those of a price: 0.01 … 100 000 000 tenge.
 * {@code null} is valid.
 */
@Documented
@Constraint(validatedBy = Price.Validator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface Price {

	String message() default "must be an amount of {min} to {max} tenge";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	String min() default "0.01";

	String max() default "100000000";

	/** Compares with the bounds, which are part of the range. */
	class Validator implements ConstraintValidator<Price, Money> {

		private Money min = Money.ZERO;

		private Money max = Money.ZERO;

		@Override
		public void initialize(Price bounds) {
			this.min = Money.of(bounds.min());
			this.max = Money.of(bounds.max());
		}

		@Override
		public boolean isValid(@Nullable Money money, ConstraintValidatorContext context) {
			return money == null || (money.compareTo(this.min) >= 0 && money.compareTo(this.max) <= 0);
		}

	}

}
