/**
 * Errors as problem details (RFC 9457), told to people.
 */
@NullMarked
package kz.duken.commons.problem;

import org.jspecify.annotations.NullMarked;
