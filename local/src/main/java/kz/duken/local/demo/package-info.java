/** The demo data, loaded through the store's public API as any client would. */
@NullMarked
package kz.duken.local.demo;

import org.jspecify.annotations.NullMarked;
