/**
 * Customers' accounts: who somebody is, administrators included.
 */
@NullMarked
package kz.duken.customer.account;

import org.jspecify.annotations.NullMarked;
