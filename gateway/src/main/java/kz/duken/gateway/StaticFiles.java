package kz.duken.gateway;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Pictures and the parts of the API's page may be kept for a day; the other files are
 * asked for again each time.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {

	private final String swaggerUiVersion;

	StaticFiles(@Value("${duken.gateway.swagger-ui}") String swaggerUiVersion) {
		this.swaggerUiVersion = swaggerUiVersion;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry files) {
		files.addResourceHandler("/images/**")
			.addResourceLocations("classpath:/static/images/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
		files.addResourceHandler("/swagger-ui/**")
			.addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + this.swaggerUiVersion + "/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
	}

}
