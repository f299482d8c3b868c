/** Where customers like their orders to be brought. */
@NullMarked
package kz.duken.customer.address;

import org.jspecify.annotations.NullMarked;
