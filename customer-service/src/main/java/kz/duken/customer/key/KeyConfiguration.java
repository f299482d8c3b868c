package kz.duken.customer.key;

import kz.duken.commons.security.CustomerTokens;
import kz.duken.commons.security.TokenProperties;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The issuer verifies with its own keys; the other services read them from it. */
@Configuration(proxyBeanMethods = false)
class KeyConfiguration {

	@Bean
	JwtDecoder customerTokenDecoder(SigningKeys keys, TokenProperties properties) {
		return CustomerTokens.decoder(keys, properties);
	}

}
