/**
 * The registry: which instances of which application are alive, and where. Eureka, one
 * node, with credentials.
 */
@NullMarked
package kz.duken.discovery;

import org.jspecify.annotations.NullMarked;
