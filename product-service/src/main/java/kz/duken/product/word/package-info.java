/** How words are taken apart, written and heard, so that what is meant is found. */
@NullMarked
package kz.duken.product.word;

import org.jspecify.annotations.NullMarked;
