/**
 * Calling another service: found by name, bounded in time, an outage told as one.
 */
@NullMarked
package kz.duken.commons.neighbour;

import org.jspecify.annotations.NullMarked;
