/**
 * Logins: access tokens, and the refresh tokens that follow one another.
 */
@NullMarked
package kz.duken.customer.login;

import org.jspecify.annotations.NullMarked;
