package kz.duken.category;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Persistable;

/** A place in the catalogue. A deleted one is a tombstone in the feed and none here. */
@Entity
@SQLRestriction("not deleted")
class Category implements Persistable<UUID> {

	@Id
	private UUID id;

	private @Nullable UUID parentId;

	/** The foreign key keeps it true when the parent moves. */
	@Column
	private @Nullable Integer parentDepth;

	/** The database derives it; {@code null} until the category is read from there. */
	@Column(insertable = false, updatable = false)
	private @Nullable Integer depth;

	private String name;

	private Slug slug;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> tags;

	/** Queries alone write it, as not all of them wait for the lock of the tree. */
	@Column(insertable = false, updatable = false)
	private @Nullable Instant retiringSince;

	@SuppressWarnings("NullAway.Init")
	protected Category() {
	}

	@SuppressWarnings("NullAway.Init")
	Category(UUID id, @Nullable Category parent, String name, Slug slug, List<String> tags) {
		this.id = id;
		change(parent, name, slug, tags);
	}

	/**
	 * Replaces all that is said of it, its place included.
	 * @param parent {@code null} for a root
	 * @param name 1 … 200 characters
	 * @param tags at most 20 of 40 characters; each is kept once
	 */
	final void change(@Nullable Category parent, String name, Slug slug, List<String> tags) {
		this.parentId = (parent != null) ? parent.id : null;
		this.parentDepth = (parent != null) ? parent.depth : null;
		this.name = name;
		this.slug = slug;
		this.tags = tags.stream().distinct().toList();
	}

	boolean hasAnyTag(List<String> wanted) {
		return this.tags.stream().anyMatch((tag) -> wanted.stream().anyMatch(tag::equalsIgnoreCase));
	}

	/** Whether its deletion has begun: it takes no children any more. */
	boolean retiring() {
		return this.retiringSince != null;
	}

	UUID id() {
		return this.id;
	}

	@Nullable UUID parentId() {
		return this.parentId;
	}

	String name() {
		return this.name;
	}

	Slug slug() {
		return this.slug;
	}

	List<String> tags() {
		return List.copyOf(this.tags);
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.depth == null;
	}

}
