/**
 * A service under test as in production: a real PostgreSQL with the same roles, real
 * tokens, neighbours on the wire.
 */
@NullMarked
package kz.duken.test;

import org.jspecify.annotations.NullMarked;
