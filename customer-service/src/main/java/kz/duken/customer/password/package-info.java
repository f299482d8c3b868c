/**
 * Which passwords are good enough, and how they are kept.
 */
@NullMarked
package kz.duken.customer.password;

import org.jspecify.annotations.NullMarked;
