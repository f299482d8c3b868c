/**
 * What every service would otherwise copy; it knows no service's business.
 */
@NullMarked
package kz.duken.commons;

import org.jspecify.annotations.NullMarked;
