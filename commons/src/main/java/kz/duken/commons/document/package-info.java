/** The OpenAPI document of each service, told by its controllers. */
@NullMarked
package kz.duken.commons.document;

import org.jspecify.annotations.NullMarked;
