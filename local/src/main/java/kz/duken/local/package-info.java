/**
 * The launcher behind {@code ./duken}: PostgreSQL, all applications, and whoever watches
 * over them.
 */
@NullMarked
package kz.duken.local;

import org.jspecify.annotations.NullMarked;
