package kz.duken.commons.money;

import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/**
 * Lets every entity have {@link Money} fields (columns {@code numeric(16, 2)}) without
 * naming a converter.
 */
public class MoneyTypeContributor implements TypeContributor {

	@Override
	public void contribute(TypeContributions contributions, ServiceRegistry registry) {
		// JPA's bootstrap asks twice, as a builder and as itself, and refuses a converter
		// told twice
		if (!(contributions instanceof MetadataBuilder)) {
			contributions.contributeAttributeConverter(MoneyConverter.class);
		}
	}

}
