/** Journeys of people through the running store, by its gateway alone. */
package kz.duken.system;
