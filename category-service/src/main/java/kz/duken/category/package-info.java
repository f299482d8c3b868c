/**
 * The tree of categories.
 */
@NullMarked
package kz.duken.category;

import org.jspecify.annotations.NullMarked;
