/**
 * Requests that may be sent again: the {@code Idempotency-Key} header (IETF httpapi
 * draft).
 */
@NullMarked
package kz.duken.commons.idempotency;

import org.jspecify.annotations.NullMarked;
