/**
 * The real PostgreSQL of this machine, and the schemas and roles that the services live
 * in.
 */
@NullMarked
package kz.duken.local.database;

import org.jspecify.annotations.NullMarked;
