/**
 * Lists in pages, by keyset.
 */
@NullMarked
package kz.duken.commons.page;

import org.jspecify.annotations.NullMarked;
