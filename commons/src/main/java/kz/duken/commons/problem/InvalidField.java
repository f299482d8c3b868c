package kz.duken.commons.problem;

/**
 * A place in a request that must be mended.
 *
 * @param pointer JSON pointer
 * @param detail what must be true there
 */
public record InvalidField(String pointer, String detail) {
}
