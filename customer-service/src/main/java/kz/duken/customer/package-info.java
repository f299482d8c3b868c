/**
 * The customer service: accounts, logins and wallets; here, who may call what.
 */
@NullMarked
package kz.duken.customer;

import org.jspecify.annotations.NullMarked;
