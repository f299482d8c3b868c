package kz.duken.product;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture is: a path of this store such as {@code /images/a.svg}, or an https
 * URL; at most 500 characters. {@code null} is valid.
 */
@Documented
@Constraint(validatedBy = ImageAddress.Validator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@interface ImageAddress {

	String message() default "must be a path that begins with / or an https URL, at most 500 characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Knows both forms. */
	class Validator implements ConstraintValidator<ImageAddress, String> {

		private static final int MAX_LENGTH = 500;

		@Override
		public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
			if (address == null) {
				return true;
			}
			if (address.length() > MAX_LENGTH || !Text.Validator.isReadable(address, false)) {
				return false;
			}
			try {
				URI uri = new URI(address);
				// "//host/path" is another server's
				boolean path = address.startsWith("/") && uri.getRawAuthority() == null && !address.startsWith("//");
				return path || ("https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null
						&& uri.getRawUserInfo() == null);
			}
			catch (URISyntaxException ex) {
				return false;
			}
		}

	}

}
