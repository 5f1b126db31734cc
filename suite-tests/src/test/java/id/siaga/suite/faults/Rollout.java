// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.Build;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.Replica;
import id.siaga.localstack.client.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two replicas of each service behind one door, replaced as a Deployment does it: one after the other, a new one first. */
final class Rollout implements AutoCloseable {

    private static final int REPLICAS = 2;

    /** What the chart gives a replica to end. */
    private static final Duration GRACE = Duration.ofSeconds(90);

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int TERMINATED = 128 + 15;
    private static final Pattern VERSION = Pattern.compile("(?m)^siaga_build_info\\{.*version=\"([^\"]+)\"");

    private final LocalStack stack;
    private final Map<Service, Door> doors = new EnumMap<>(Service.class);
    private final Map<Service, List<Replica>> replicas = new EnumMap<>(Service.class);
    private int started;

    Rollout(LocalStack stack) {
        this.stack = stack;
    }

    /** Starts two replicas of each, and ends those that the stack itself has started. */
    void begin(Build build) throws IOException, InterruptedException {
        for (Service service : Service.values()) {
            doors.put(service, new Door());
            replicas.put(service, new ArrayList<>());
            for (int replica = 0; replica < REPLICAS; replica++) {
                add(service, build);
            }
            stack.retire(service.id());
        }
    }

    Map<Service, URI> doors() {
        Map<Service, URI> urls = new EnumMap<>(Service.class);
        doors.forEach((service, door) -> urls.put(service, door.url()));
        return urls;
    }

    int turnedAway() {
        return doors.values().stream().mapToInt(Door::turnedAway).sum();
    }

    /** Replaces the replicas of a service by those of another build. */
    void replace(Service service, Build build) throws IOException, InterruptedException {
        for (Replica old : List.copyOf(replicas(service))) {
            Replica fresh = add(service, build);
            long told = System.nanoTime();
            old.process().destroy();
            await().atMost(SOON).until(() -> !door(service).opensTo(old.url()));
            Duration unasked = Duration.ofNanos(System.nanoTime() - told);
            assertTrue(
                    old.process().waitFor(GRACE.toSeconds(), TimeUnit.SECONDS),
                    service.id() + " has not ended within its grace");
            assertEquals(TERMINATED, old.process().exitValue(), service.id() + " has not ended in order");
            door(service).remove(old.url());
            replicas(service).remove(old);
            System.out.printf(
                    "rollout: %s is %s now, ready after %.1f s; the one before was asked no more after %.1f s and ended"
                            + " after %.1f s%n",
                    service.id(),
                    version(fresh),
                    seconds(fresh.toReady()),
                    seconds(unasked),
                    seconds(Duration.ofNanos(System.nanoTime() - told)));
        }
    }

    /** What the replicas of a service say that they are. */
    List<String> versions(Service service) {
        return replicas(service).stream().map(Rollout::version).toList();
    }

    private Replica add(Service service, Build build) throws InterruptedException {
        started++;
        Replica replica = stack.replicate(service.id(), service.id() + "-" + started, build);
        replicas(service).add(replica);
        door(service).add(replica.url(), replica.management() + "/q/health/ready");
        await().atMost(SOON).until(() -> door(service).opensTo(replica.url()));
        return replica;
    }

    private Door door(Service service) {
        return requireNonNull(doors.get(service));
    }

    private List<Replica> replicas(Service service) {
        return requireNonNull(replicas.get(service));
    }

    private static String version(Replica replica) {
        try (InputStream metrics =
                URI.create(replica.management() + "/q/metrics").toURL().openStream()) {
            Matcher version = VERSION.matcher(new String(metrics.readAllBytes(), StandardCharsets.UTF_8));
            return version.find() ? version.group(1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    @Override
    public void close() throws IOException {
        for (Door door : doors.values()) {
            door.close();
        }
    }
}
