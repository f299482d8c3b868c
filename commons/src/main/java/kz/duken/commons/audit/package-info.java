/** What must always be true of a service's own data, looked at on a schedule. */
@NullMarked
package kz.duken.commons.audit;

import org.jspecify.annotations.NullMarked;
