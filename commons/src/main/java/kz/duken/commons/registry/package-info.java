/** Being found by others, and leaving without losing anybody's request. */
@NullMarked
package kz.duken.commons.registry;

import org.jspecify.annotations.NullMarked;
