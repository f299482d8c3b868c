package kz.duken.category;

/** Another category has the slug. */
class SlugTaken extends RuntimeException {

	SlugTaken(Slug slug) {
		super("Another category has the slug '" + slug + "'; choose another, or leave it out to get one.");
	}

}
