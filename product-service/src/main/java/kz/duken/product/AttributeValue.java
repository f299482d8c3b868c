package kz.duken.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A string of 1 to 400 characters, a boolean, or a {@link BigDecimal} of at most 15
 * digits before the point and 10 after it. {@code null} is valid.
 */
@Documented
@Constraint(validatedBy = AttributeValue.Validator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@interface AttributeValue {

	String message() default "must be true, false, a string of 1 to 400 characters,"
			+ " or a number of at most 15 digits before the point and 10 after it";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Knows the three types. */
	class Validator implements ConstraintValidator<AttributeValue, Object> {

		private static final int MAX_LENGTH = 400;

		private static final int MAX_DIGITS = 15;

		private static final int MAX_DECIMALS = 10;

		@Override
		public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
			return switch (value) {
				case null -> true;
				case Boolean truth -> true;
				case BigDecimal number -> isBounded(number);
				case String text ->
					!text.isEmpty() && text.length() <= MAX_LENGTH && Text.Validator.isReadable(text, false);
				default -> false;
			};
		}

		/** Looks before anything is written out: 1e999999999 must cost nothing. */
		static boolean isBounded(BigDecimal number) {
			return number.scale() <= MAX_DECIMALS && number.precision() - (long) number.scale() <= MAX_DIGITS;
		}

	}

}
