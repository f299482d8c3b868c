package kz.duken.shop;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A line of text for people: not blank, at most {@link #max()} characters, none of them a
 * control character or half of a surrogate pair (PostgreSQL stores neither U+0000 nor
 * halves). {@code null} is valid.
 */
@Documented
@Constraint(validatedBy = Text.Validator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

	String message() default "must be a line of text, not blank, of at most {max} characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	int max();

	/** Counts characters, not their UTF-16 halves. */
	class Validator implements ConstraintValidator<Text, String> {

		private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

		private int max;

		@Override
		public void initialize(Text bounds) {
			this.max = bounds.max();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text == null
					|| (isPlain(text) && !text.isBlank() && text.codePointCount(0, text.length()) <= this.max);
		}

		static boolean isPlain(String text) {
			return !NO_TEXT.matcher(text).find();
		}

	}

}
