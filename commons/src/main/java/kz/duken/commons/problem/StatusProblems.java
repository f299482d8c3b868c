package kz.duken.commons.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problem that goes with a bare status. */
final class StatusProblems {

	private StatusProblems() {
	}

	static ProblemDetail of(int status) {
		return switch (status) {
			case 400 -> problem(status, "malformed-request", "The request cannot be read; mend it and send it again.");
			case 401 -> problem(status, "unauthorized", "Log in and send the access token as a bearer token.");
			case 403 -> problem(status, "forbidden", "This account may not do that.");
			case 404 -> problem(status, "not-found", "There is nothing at this address.");
			case 405 -> problem(status, "method-not-allowed", "This address does not take that method; see Allow.");
			case 406 -> problem(status, "not-acceptable",
					"There is no answer of that kind; leave Accept out and take what comes.");
			case 412 -> problem(status, "precondition-failed", "It has changed meanwhile; read it again.");
			case 413 -> problem(status, "payload-too-large", "The body is too large; send less at a time.");
			case 415 -> problem(status, "unsupported-media-type", "Send the body as application/json.");
			case 429 -> problem(status, "too-many-requests", "Too many requests; wait as Retry-After says.");
			case 503 -> problem(status, "unavailable", "The service does not answer; try again in a moment.");
			default -> (status >= 400 && status < 500)
					? problem(status, "malformed-request", "The request cannot be taken; mend it and send it again.")
					: problem(500, "internal",
							"Something went wrong on our side; try again later and name the traceId.");
		};
	}

	private static ProblemDetail problem(int status, String slug, String detail) {
		return Problem.of(HttpStatus.valueOf(status), slug, detail);
	}

}
