package kz.duken.shop.pricelist;

import java.util.Map;

import kz.duken.commons.problem.BodyTooLarge;
import kz.duken.commons.problem.Problem;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(0)
class PriceListProblems {

	@ExceptionHandler
	ProblemDetail handle(MalformedPriceList ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
				ex.getMessage() + " Nothing was imported; mend the file and send it again.", Map.of("line", ex.line()));
	}

	@ExceptionHandler
	ProblemDetail handle(UploadBroken ex) {
		return Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
				"The price list broke off on its way, nothing was imported; send it again.");
	}

	@ExceptionHandler
	ProblemDetail handle(BodyTooLarge ex) {
		return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large", String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler
	ProblemDetail handle(TooManyLines ex) {
		return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "payload-too-large",
				"The price list has too many lines, nothing was imported; send it in parts.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(ImportInProgress ex) {
		return ResponseEntity.status(HttpStatus.CONFLICT)
			.header(HttpHeaders.RETRY_AFTER, "5")
			.body(Problem.of(HttpStatus.CONFLICT, "import-in-progress",
					"A price list of this shop is being imported; send this one when that is done."));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(ImportTookTooLong ex) {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, "1")
			.body(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
					"The import took too long; what was done of it stays, send the same file again to go on."));
	}

}
