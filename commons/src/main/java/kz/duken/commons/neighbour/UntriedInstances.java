package kz.duken.commons.neighbour;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import feign.Request;
import reactor.core.publisher.Flux;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.openfeign.loadbalancer.LoadBalancerFeignRequestTransformer;

/**
 * Offers the load balancer the instances that the call at hand has not tried yet. Its
 * turn is shared by all calls, so that alone could hand out a dead one again and again.
 */
class UntriedInstances extends DelegatingServiceInstanceListSupplier {

	/** The addresses that the call at hand has tried; bound while one is made. */
	static final ScopedValue<Set<String>> TRIED = ScopedValue.newInstance();

	UntriedInstances(ServiceInstanceListSupplier known) {
		super(known);
	}

	static Set<String> none() {
		return new HashSet<>();
	}

	@Override
	public Flux<List<ServiceInstance>> get() {
		return this.delegate.get();
	}

	@Override
	public Flux<List<ServiceInstance>> get(
			@SuppressWarnings("rawtypes") org.springframework.cloud.client.loadbalancer.Request request) {
		Set<String> tried = TRIED.isBound() ? Set.copyOf(TRIED.get()) : Set.of();
		return this.delegate.get(request).map((known) -> without(tried, known));
	}

	/** When all were tried, all may be tried again. */
	private static List<ServiceInstance> without(Set<String> tried, List<ServiceInstance> known) {
		List<ServiceInstance> untried = known.stream().filter((one) -> !tried.contains(address(one))).toList();
		return untried.isEmpty() ? known : untried;
	}

	private static String address(ServiceInstance instance) {
		return instance.getHost() + ":" + instance.getPort();
	}

	/** Remembers which instance a call goes to. */
	static class Memory implements LoadBalancerFeignRequestTransformer {

		@Override
		public Request transformRequest(Request request, ServiceInstance instance) {
			if (TRIED.isBound()) {
				TRIED.get().add(address(instance));
			}
			return request;
		}

	}

}
