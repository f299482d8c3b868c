package kz.duken.category;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface CategoryRepository extends Repository<Category, UUID> {

	List<Category> findAll();

	default CategoryTree tree() {
		return new CategoryTree(findAll());
	}

	/**
	 * The same, and no other transaction changes it before this one has ended: each rule
	 * about the tree is looked at and kept by one at a time.
	 */
	default CategoryTree lockedTree() {
		lock();
		return tree();
	}

	@NativeQuery("select 1 from pg_advisory_xact_lock('category'::regclass::oid::bigint)")
	int lock();

	Category save(Category category);

	/** A deletion that has begun: when, to the microsecond, tells it from others. */
	interface Retiring {

		UUID getId();

		String getSince();

	}

	@NativeQuery("""
			update category set retiring_since = clock_timestamp() where id = :id and not deleted
			returning id, cast(retiring_since as text) as since""")
	Retiring markRetiring(UUID id);

	@Transactional
	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@NativeQuery("""
			update category set retiring_since = null
			where id = :id and retiring_since = cast(:since as timestamptz)""")
	void unmarkRetiring(UUID id, String since);

	@NativeQuery("""
			select id, cast(retiring_since as text) as since from category
			where retiring_since < clock_timestamp() - make_interval(secs => :seconds)
			order by retiring_since limit :limit""")
	List<Retiring> retiringFor(double seconds, int limit);

	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@NativeQuery("""
			update category set deleted = true, parent_depth = null, retiring_since = null
			where id = :id and not deleted""")
	void bury(UUID id);

}
