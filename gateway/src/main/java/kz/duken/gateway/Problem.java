package kz.duken.gateway;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/** What the gateway itself may have to say; the name is the slug. */
enum Problem {

	MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request cannot be read; mend it and send it again."),
	FORBIDDEN(HttpStatus.FORBIDDEN, "Pages of other origins are not served; call from a server or from this origin."),
	NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address; GET / names the paths of the API."),
	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not take that method; see Allow."),
	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "There is no such form of it; accept */*."),
	PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 1 MiB; send less at a time."),
	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json."),
	INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR,
			"Something went wrong on our side; try again later and name the traceId."),
	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service does not answer; try again in a moment.");

	private final HttpStatus status;

	private final String detail;

	Problem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	/** The problem that goes with a status. */
	static Problem of(int status) {
		for (Problem problem : values()) {
			if (problem.status.value() == status) {
				return problem;
			}
		}
		return (status < 500) ? MALFORMED_REQUEST : INTERNAL;
	}

	HttpStatus status() {
		return this.status;
	}

	String slug() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String title() {
		return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	String detail() {
		return this.detail;
	}

}
