package kz.duken.product;

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
 * A text of 1 to {@link #max()} characters that a person can read and PostgreSQL can
 * store: no control characters, no halves of characters. {@code null} is valid.
 */
@Documented
@Constraint(validatedBy = Text.Validator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@interface Text {

	String message() default "must be 1 to {max} characters, none of them a control character";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	int max();

	/** Whether it may have several lines. */
	boolean lines() default false;

	/** Looks at each character. */
	class Validator implements ConstraintValidator<Text, CharSequence> {

		private int max;

		private boolean lines;

		@Override
		public void initialize(Text text) {
			this.max = text.max();
			this.lines = text.lines();
		}

		@Override
		public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
			return text == null || (!text.isEmpty() && text.length() <= this.max && isReadable(text, this.lines));
		}

		static boolean isReadable(CharSequence text, boolean lines) {
			return text.codePoints().allMatch((character) -> switch (character) {
				case '\n', '\r', '\t' -> lines;
				default -> Character.getType(character) != Character.CONTROL
						&& Character.getType(character) != Character.SURROGATE;
			});
		}

	}

}
