package kz.duken.commons.problem;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The general slugs. Comes after the advices of the features, which must be
 * {@code @Order(0)}. What nobody expects is left to {@link ErrorPage}, so that it is
 * logged as the error it is.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class GeneralProblems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(GeneralProblems.class);

	private static final String RETRY_AFTER_SECONDS = "1";

	@ExceptionHandler
	ProblemDetail handle(NotFound ex) {
		return Problem.of(HttpStatus.NOT_FOUND, "not-found", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(ValidationFailed ex) {
		return validation(ex.errors());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Unavailable ex) {
		log.warn("{} ({})", ex.getMessage(), String.valueOf(ex.getCause()));
		return unavailable(String.valueOf(ex.getMessage()));
	}

	/** Tomcat reads the parameters only when they are asked for. */
	@ExceptionHandler
	ProblemDetail handle(InvalidParameterException ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
				"The parameters are not URL-encoded UTF-8; mend them and send the request again.");
	}

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	ResponseEntity<ProblemDetail> handleDatabase(RuntimeException ex) {
		if (!DatabaseOutage.isOne(ex)) {
			throw ex;
		}
		log.warn("The database did not serve this request: {}", ex.getMessage());
		return unavailable("The store is too busy right now; try again in a moment.");
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = switch (ex.getMostSpecificCause()) {
			case BodyTooLarge tooLarge ->
				Problem.of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", String.valueOf(tooLarge.getMessage()));
			default -> unreadable(ex.getCause());
		};
		return ResponseEntity.status(problem.getStatus()).body(problem);
	}

	private static ProblemDetail unreadable(@Nullable Throwable cause) {
		boolean wellFormed = cause instanceof DatabindException || cause instanceof InputCoercionException;
		if (wellFormed && cause instanceof JacksonException value && !value.getPath().isEmpty()) {
			return validation(List.of(new InvalidField(pointer(value), detail(value))));
		}
		return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
				"The body is no JSON document of the expected form; mend it and send it again.");
	}

	private static String detail(JacksonException ex) {
		if (ex instanceof UnrecognizedPropertyException) {
			return "is not a property that can be set";
		}
		return (ex.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null)
				? reason.getMessage() : "has a value of the wrong type";
	}

	private static String pointer(JacksonException ex) {
		StringBuilder pointer = new StringBuilder();
		for (JacksonException.Reference step : ex.getPath()) {
			pointer.append('/')
				.append((step.getPropertyName() != null) ? escaped(step.getPropertyName())
						: String.valueOf(step.getIndex()));
		}
		return pointer.toString();
	}

	/** As RFC 6901 says. */
	private static String escaped(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

	@Override
	protected ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Stream<InvalidField> fields = ex.getFieldErrors().stream().map(GeneralProblems::invalid);
		Stream<InvalidField> whole = ex.getGlobalErrors()
			.stream()
			.map((error) -> new InvalidField("", String.valueOf(error.getDefaultMessage())));
		return ResponseEntity.badRequest().body(validation(Stream.concat(fields, whole).toList()));
	}

	@Override
	protected ResponseEntity<Object> handleHandlerMethodValidationException(HandlerMethodValidationException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<InvalidField> errors = ex.getParameterValidationResults()
			.stream()
			.flatMap((result) -> invalid(result).stream())
			.toList();
		return ResponseEntity.badRequest().body(validation(errors));
	}

	private static List<InvalidField> invalid(ParameterValidationResult result) {
		if (result instanceof ParameterErrors bean) {
			return bean.getFieldErrors().stream().map(GeneralProblems::invalid).toList();
		}
		String pointer = "/" + result.getMethodParameter().getParameterName();
		return result.getResolvableErrors()
			.stream()
			.map((error) -> new InvalidField(pointer, String.valueOf(error.getDefaultMessage())))
			.toList();
	}

	private static InvalidField invalid(FieldError error) {
		return new InvalidField("/" + error.getField().replace(".", "/").replace("[", "/").replace("]", ""),
				String.valueOf(error.getDefaultMessage()));
	}

	@Override
	protected ResponseEntity<Object> handleMissingServletRequestParameter(MissingServletRequestParameterException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return ResponseEntity.badRequest()
			.body(validation(List.of(new InvalidField("/" + ex.getParameterName(), "must be present"))));
	}

	@Override
	protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (ex instanceof MethodArgumentTypeMismatchException argument
				&& argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
			ProblemDetail problem = handle(new NotFound(argument.getName() + " '" + argument.getValue() + "'"));
			return ResponseEntity.status(problem.getStatus()).body(problem);
		}
		String name = (ex instanceof MethodArgumentTypeMismatchException argument) ? argument.getName()
				: String.valueOf(ex.getPropertyName());
		return ResponseEntity.badRequest()
			.body(validation(List.of(new InvalidField("/" + name, "has a value of the wrong type"))));
	}

	/**
	 * All other exceptions of Spring's own: the status is theirs, the document is ours,
	 * and of one kind, though the Accept header may be one that nobody can read.
	 */
	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return ResponseEntity.status(status)
			.headers(headers)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(StatusProblems.of(status.value()));
	}

	private static ResponseEntity<ProblemDetail> unavailable(String detail) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
			.body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail));
	}

	private static ProblemDetail validation(List<InvalidField> errors) {
		return Problem.of(HttpStatus.BAD_REQUEST, "validation",
				"The request has a value that cannot be taken; see errors, mend and send it again.",
				Map.of("errors", errors));
	}

}
