/**
 * Who is calling: customers' tokens from outside, services' tokens from within.
 */
@NullMarked
package kz.duken.commons.security;

import org.jspecify.annotations.NullMarked;
