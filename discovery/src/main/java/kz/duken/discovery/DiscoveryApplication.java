package kz.duken.discovery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.netflix.eureka.server.EnableEurekaServer;

/** Starts the registry. */
@SpringBootApplication
@EnableEurekaServer
@ConfigurationPropertiesScan
public class DiscoveryApplication {

	public static void main(String[] args) {
		SpringApplication discovery = new SpringApplication(DiscoveryApplication.class);
		discovery.addInitializers(RegistryProperties::requirePassword);
		discovery.run(args);
	}

}
