package kz.duken.shop.pricelist;

/** The body ended before its end; nothing was done. */
class UploadBroken extends RuntimeException {

	UploadBroken(Throwable cause) {
		super(cause);
	}

}
