package kz.duken.gateway;

import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells every error that is the gateway's own as a problem document. */
@RestController
class Problems implements ErrorController {

	@RequestMapping("/error")
	ResponseEntity<ProblemDetail> tell(HttpServletRequest request, HttpServletResponse response) {
		// who asks for this page itself finds nothing
		Problem problem = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)
				? Problem.of(status) : Problem.NOT_FOUND;
		SecurityHeaders.addToProblem(response);
		if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
		}
		return ResponseEntity.status(problem.status())
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(document(problem, request));
	}

	/**
	 * For a rush: those who are refused together shall neither be back at once nor
	 * together, since to refuse them costs as much as a small answer.
	 */
	static void askToComeAgainLater(HttpServletResponse response) {
		response.setIntHeader(HttpHeaders.RETRY_AFTER, ThreadLocalRandom.current().nextInt(2, 7));
	}

	private static ProblemDetail document(Problem problem, HttpServletRequest request) {
		ProblemDetail document = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
		document.setType(URI.create("/problems/" + problem.slug()));
		document.setTitle(problem.title());
		if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path && isUri(path)) {
			document.setInstance(URI.create(path));
		}
		if (request.getAttribute(FrontDoor.TRACE_ID) instanceof String traceId) {
			document.setProperty("traceId", traceId);
		}
		return document;
	}

	private static boolean isUri(String path) {
		try {
			return !URI.create(path).isAbsolute();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
