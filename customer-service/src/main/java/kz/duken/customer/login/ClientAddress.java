package kz.duken.customer.login;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from. */
final class ClientAddress {

	private static final String ADDRESS = "[0-9a-fA-F.:]{2,45}";

	private ClientAddress() {
	}

	/**
	 * The last address in {@code X-Forwarded-For}, which the gateway has put there (it
	 * removes what clients send), else the peer's.
	 */
	static String of(HttpServletRequest request) {
		String forwarded = request.getHeader("X-Forwarded-For");
		if (forwarded != null) {
			String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
			if (last.matches(ADDRESS)) {
				return last;
			}
		}
		return request.getRemoteAddr();
	}

}
