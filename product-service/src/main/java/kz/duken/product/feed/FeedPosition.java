package kz.duken.product.feed;

/** Up to where a feed has been read, in which database of its provider. */
record FeedPosition(String cluster, String position) {

	static final String START = "0";

	boolean isStart() {
		return this.position.equals(START);
	}

}
