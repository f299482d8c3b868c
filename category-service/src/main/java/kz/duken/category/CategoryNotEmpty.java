package kz.duken.category;

/** The category still holds something, so it cannot be deleted. */
class CategoryNotEmpty extends RuntimeException {

	CategoryNotEmpty(String holds) {
		super("The category still has " + holds + "; move or delete them first.");
	}

}
