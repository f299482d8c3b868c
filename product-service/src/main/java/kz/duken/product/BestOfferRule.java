package kz.duken.product;

/** Why a customer gets this offer of a product by default. */
enum BestOfferRule {

	ONLY_OFFER, LOWEST_PRICE, LONGEST_ON_SALE;

	/**
	 * One sentence for people.
	 * @param shops how many shops have the product in stock
	 */
	String reason(int shops) {
		return switch (this) {
			case ONLY_OFFER -> "The only shop that offers it.";
			case LOWEST_PRICE ->
				(shops == 1) ? "The only shop that has it in stock." : "The lowest price of %d shops.".formatted(shops);
			case LONGEST_ON_SALE ->
				"The lowest price of %d shops, and here it has been on sale the longest.".formatted(shops);
		};
	}

}
