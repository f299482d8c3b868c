/**
 * The one door of the store: routes the public API to the services, serves the static
 * files, and lets nothing else through.
 */
@NullMarked
package kz.duken.gateway;

import org.jspecify.annotations.NullMarked;
