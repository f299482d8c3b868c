/** The gateway as the registry knows it. */
@NullMarked
package kz.duken.gateway.registry;

import org.jspecify.annotations.NullMarked;
