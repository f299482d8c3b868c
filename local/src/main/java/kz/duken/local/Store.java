package kz.duken.local;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import kz.duken.local.database.DatabaseNotStarted;
import kz.duken.local.database.EmbeddedDatabase;
import kz.duken.local.database.Roles;
import org.jspecify.annotations.Nullable;

/**
 * One store with all its processes. It may be told to stop by another thread at any time,
 * in the middle of its start too; from then on nothing starts any more.
 */
final class Store {

	// a stopping service leaves the registry, serves 5 s more and closes
	private static final Duration DRAIN = Duration.ofSeconds(20);

	private static final String DATABASE_NAME = "postgresql";

	private final Home home;

	private final Secrets secrets;

	private final int gatewayPort;

	private final int databasePort;

	private final Path databaseLog;

	private final Site site;

	private final AotCaches caches;

	private final List<Instance> instances = new ArrayList<>();

	private final Pace databasePace = new Pace();

	private @Nullable EmbeddedDatabase database;

	private Topology.State state = Topology.State.STARTING;

	Store(Home home, Plan plan) {
		this.home = home;
		this.secrets = home.secrets();
		this.gatewayPort = plan.port();
		List<Integer> ports = Ports.free(2, plan.port());
		this.databasePort = ports.getFirst();
		this.databaseLog = home.newLog(DATABASE_NAME);
		this.site = new Site(home, this.secrets, "jdbc:postgresql://127.0.0.1:%d/duken".formatted(this.databasePort),
				ports.getLast(), plan);
		this.caches = new AotCaches(home, plan.aot());
		writeTopology();
	}

	String url() {
		return "http://localhost:" + this.gatewayPort;
	}

	/** Starts PostgreSQL on the kept data. */
	synchronized void startDatabase() {
		checkRunning();
		this.databasePace.started();
		this.database = EmbeddedDatabase.start(this.home.data(), this.databasePort, this.secrets.superuser(),
				this.databaseLog);
		writeTopology();
	}

	/** Brings roles and keys up to date. */
	void prepare() {
		EmbeddedDatabase running = Objects.requireNonNull(this.database);
		try {
			Roles.createDatabase(running.url("postgres"), running.user(), running.password());
			Roles.prepare(running.url(Roles.DATABASE), running.user(), running.password(), this.secrets.schemas(),
					this.secrets.auditor());
		}
		catch (SQLException ex) {
			throw new Refusal("The database refuses: %s (see %s)".formatted(ex.getMessage(), this.databaseLog), ex);
		}
		for (Application service : Application.services()) {
			Keys.make(service, this.home.privateKey(service), this.home.publicKeys());
		}
	}

	AotCaches caches() {
		return this.caches;
	}

	/** A port that nothing of this store will listen on. */
	int freePort() {
		return Ports.free(1, this.gatewayPort, this.site.registryPort()).getFirst();
	}

	/** Starts the training run of a cache on a port, once the database is prepared. */
	synchronized Process train(AotCache cache, int port) {
		checkRunning();
		return this.caches.train(cache, this.site.trainingEnvironment(cache.application(), port));
	}

	/**
	 * Decides what runs on which port; those of the services differ in each run of the
	 * store.
	 */
	synchronized void layOut(Plan plan) {
		List<Application> all = List.of(Application.values());
		int count = all.stream().mapToInt((application) -> plan.instancesOf(application).size()).sum();
		var ports = Ports.free(2 * count, this.gatewayPort, this.site.registryPort()).iterator();
		for (Application application : all) {
			List<String> arguments = this.caches.arguments(application);
			for (String name : plan.instancesOf(application)) {
				int own = ports.next();
				int port = switch (application) {
					case DISCOVERY -> this.site.registryPort();
					case GATEWAY -> this.gatewayPort;
					default -> own;
				};
				int managementPort = ports.next();
				this.instances.add(new Instance(name, application, port, managementPort, arguments,
						this.site.environment(application, port, managementPort, plan.advertised().get(name)),
						this.home.newLog(name)));
			}
		}
	}

	synchronized List<Instance> instances(Predicate<Application> which) {
		return this.instances.stream().filter((instance) -> which.test(instance.application())).toList();
	}

	synchronized void start(List<Instance> some) {
		checkRunning();
		some.forEach(Instance::start);
		writeTopology();
	}

	synchronized boolean isAlive(Instance instance) {
		return instance.isAlive();
	}

	boolean isReady(Instance instance, HttpClient http) throws InterruptedException {
		return isAlive(instance) && instance.isReady(http);
	}

	synchronized void isReady() {
		checkRunning();
		this.state = Topology.State.READY;
		writeTopology();
	}

	/** Starts again what has died, and tells of it. */
	synchronized void revive(Consumer<String> tell) {
		if (this.state == Topology.State.STOPPING) {
			return;
		}
		reviveDatabase(tell);
		for (Instance instance : this.instances) {
			if (!instance.isDown() && !instance.isAlive()) {
				tell.accept("%s %s: it starts again (%s)".formatted(instance.name(), instance.end(), instance.log()));
				instance.died();
			}
			if (instance.isDue()) {
				start(List.of(instance));
			}
		}
	}

	private void reviveDatabase(Consumer<String> tell) {
		boolean ended = this.database != null && this.database.processes().findAny().isEmpty();
		if (ended && this.databasePace.isDue()) {
			this.databasePace.died();
			tell.accept("PostgreSQL has ended: it starts again");
			try {
				startDatabase();
			}
			catch (DatabaseNotStarted ex) {
				// the applications live on without it, and are looked after as well
				tell.accept(String.valueOf(ex.getMessage()));
			}
		}
	}

	/** All processes that run, the launcher's own among them. */
	synchronized List<ProcessHandle> processes() {
		List<ProcessHandle> processes = new ArrayList<>(List.of(ProcessHandle.current()));
		this.instances.forEach((instance) -> instance.handle().ifPresent(processes::add));
		Optional.ofNullable(this.database).ifPresent((running) -> running.processes().forEach(processes::add));
		return processes;
	}

	/** From now on nothing starts any more; waits for what is just being started. */
	synchronized void beginStop() {
		this.state = Topology.State.STOPPING;
		writeTopology();
		this.caches.stopTraining();
	}

	/**
	 * Stops everything in an order in which nobody misses whom he needs; again changes
	 * nothing.
	 */
	void stop() {
		try {
			beginStop();
			stopAll((application) -> application == Application.GATEWAY);
			stopAll(Application::isService);
			stopAll((application) -> application == Application.DISCOVERY);
		}
		finally {
			// PostgreSQL, and whatever was being unpacked
			new Leftovers(this.home).stop();
		}
	}

	private void stopAll(Predicate<Application> which) {
		Leftovers.stop(instances(which).stream().flatMap((instance) -> instance.handle().stream()).toList(), DRAIN);
	}

	/** Refuses to go on with what is being stopped. */
	synchronized void checkRunning() {
		if (this.state == Topology.State.STOPPING) {
			throw new Refusal("The store is being stopped");
		}
	}

	private synchronized void writeTopology() {
		ProcessHandle self = ProcessHandle.current();
		List<Topology.Member> members = new ArrayList<>();
		if (this.database != null) {
			this.database.processes()
				.findFirst()
				.ifPresent((main) -> members.add(Topology.Member.of(DATABASE_NAME, DATABASE_NAME, main,
						this.databasePort, null, this.databaseLog)));
		}
		this.instances.forEach((instance) -> instance.member().ifPresent(members::add));
		new Topology(this.state, url(),
				Topology.Member.of("supervisor", "supervisor", self, null, null, this.home.log("supervisor")), members,
				this.site.database(), this.site.registry())
			.write(this.home.topology());
	}

}
