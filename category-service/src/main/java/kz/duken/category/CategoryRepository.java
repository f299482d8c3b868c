package kz.duken.category;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
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

	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@NativeQuery("update category set retiring_since = clock_timestamp() where id = :id and not deleted")
	void markRetiring(UUID id);

	@Transactional
	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@Query("update Category c set c.retiringSince = null where c.id = :id and c.retiringSince is not null")
	void unmarkRetiring(UUID id);

	@NativeQuery("""
			select id from category
			where retiring_since < clock_timestamp() - make_interval(secs => :seconds)
			order by retiring_since limit :limit""")
	List<UUID> retiringFor(double seconds, int limit);

	@Modifying(clearAutomatically = true, flushAutomatically = true)
	@NativeQuery("""
			update category set deleted = true, parent_depth = null, retiring_since = null
			where id = :id and not deleted""")
	void bury(UUID id);

}
