/** What must be true of the whole store, looked at in one snapshot of its database. */
@NullMarked
package kz.duken.local.audit;

import org.jspecify.annotations.NullMarked;
