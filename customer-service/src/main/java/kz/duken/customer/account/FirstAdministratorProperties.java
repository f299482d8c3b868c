package kz.duken.customer.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator.
 *
 * @param password his first password; without one nobody is made
 */
@ConfigurationProperties("duken.first-administrator")
record FirstAdministratorProperties(@DefaultValue("") String password) {

	@Override
	public String toString() {
		return "FirstAdministratorProperties";
	}

}
