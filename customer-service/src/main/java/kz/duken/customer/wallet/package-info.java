/**
 * Money: a double-entry ledger, customers' wallets in it, and what orders pay and get
 * back.
 */
@NullMarked
package kz.duken.customer.wallet;

import org.jspecify.annotations.NullMarked;
