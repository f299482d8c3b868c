package kz.duken.customer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the customer service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class CustomerServiceApplication {

	static void main(String[] args) {
		SpringApplication.run(CustomerServiceApplication.class, args);
	}

}
