package kz.duken.commons.problem;

import java.io.IOException;

/**
 * A body went on beyond its limit while it was read: told as 413
 * {@code payload-too-large}.
 */
public class BodyTooLarge extends IOException {

	public BodyTooLarge(long limitBytes) {
		super("The body is larger than " + limitBytes + " bytes; send less at a time.");
	}

}
