/** What a service does by itself, again and again. */
@NullMarked
package kz.duken.commons.schedule;

import org.jspecify.annotations.NullMarked;
