// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How a {@link LocalStack} is to be started.
 *
 * @param root the checkout, in which the packaged services are found
 * @param data the folder that holds everything the stack keeps; only one stack at a time runs on it
 * @param fresh whether what earlier starts left in the folder is deleted first
 * @param ports ports that are asked for, by the name of the part (postgres, kafka, keycloak, or a service); all others
 *     are free ones, chosen once per data folder
 * @param natives services that run as their native executable, not as their jar
 * @param images services that run as containers, and what of
 * @param services which services are started, and how
 * @param progress takes one line for each step that lasts longer than two seconds
 */
public record StackOptions(
        Path root,
        Path data,
        boolean fresh,
        Map<String, Integer> ports,
        Set<String> natives,
        Images images,
        ServiceOptions services,
        Consumer<String> progress) {

    private static final int LAST_PORT = 65_535;

    static final List<String> SERVICES = List.of("intake-service", "triage-service", "notification-service");
    private static final List<String> PARTS = Stream.concat(
                    SERVICES.stream(), Stream.of("keycloak", "kafka", "postgres"))
            .toList();

    public StackOptions {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        natives = Set.copyOf(natives);
    }

    /** The stack of that checkout, with its data in {@code .siaga} and free ports, telling its progress on stdout. */
    public static StackOptions of(Path root) {
        return new StackOptions(
                root,
                root.resolve(".siaga"),
                false,
                Map.of(),
                Set.of(),
                Images.NONE,
                ServiceOptions.all(),
                System.out::println);
    }

    /**
     * The stack of the checkout that {@code ./siaga} was called in, or else of the working directory; on the data folder
     * and with the native executables or images that it asks for.
     */
    public static StackOptions ofThisCheckout() {
        StackOptions options = of(Path.of(System.getProperty("siaga.root", "")));
        String data = System.getProperty("siaga.data", "");
        return (data.isEmpty() ? options : options.withData(Path.of(data)))
                .withNatives(System.getProperty("siaga.native", ""))
                .withImages(new Images(
                        names(System.getProperty("siaga.images", "")),
                        System.getProperty("siaga.images.tool", ""),
                        System.getProperty("siaga.images.version", "")));
    }

    /** The same, on another data folder. */
    public StackOptions withData(Path folder) {
        return new StackOptions(root, folder, fresh, ports, natives, images, services, progress);
    }

    /** The same, forgetting what earlier starts left. */
    public StackOptions withFreshData(boolean wanted) {
        return new StackOptions(root, data, wanted, ports, natives, images, services, progress);
    }

    /** The same, with one port as a command line says it: {@code keycloak=8180}; the start fails when it is taken. */
    public StackOptions withPort(String partAndPort) {
        String[] words = partAndPort.split("=", 2);
        if (words.length != 2 || !PARTS.contains(words[0]) || !words[1].matches("[1-9][0-9]{0,4}")) {
            throw new StackFailure("--port wants PART=NUMBER with one of " + PARTS + ", not " + partAndPort);
        }
        int port = Integer.parseInt(words[1]);
        if (port > LAST_PORT) {
            throw new StackFailure("--port " + partAndPort + ": ports end at " + LAST_PORT);
        }
        Map<String, Integer> more = new HashMap<>(ports);
        if (more.values().stream().anyMatch(taken -> taken == port)) {
            throw new StackFailure("--port " + partAndPort + ": another part is to have that port");
        }
        more.put(words[0], port);
        return new StackOptions(root, data, fresh, more, natives, images, services, progress);
    }

    /** The same, with those services, separated by commas, as their native executables. */
    public StackOptions withNatives(String services) {
        Set<String> more = new HashSet<>(natives);
        more.addAll(names(services));
        return new StackOptions(root, data, fresh, ports, more, images, this.services, progress);
    }

    /** The same, with containers of those images. */
    public StackOptions withImages(Images wanted) {
        return new StackOptions(root, data, fresh, ports, natives, wanted, services, progress);
    }

    /** The same, with those services only, started like that. */
    public StackOptions withServices(ServiceOptions wanted) {
        if (!SERVICES.containsAll(wanted.names())) {
            throw new StackFailure("there are no services but " + SERVICES);
        }
        return new StackOptions(root, data, fresh, ports, natives, images, wanted, progress);
    }

    /** The same, telling its progress to somebody else. */
    public StackOptions withProgress(Consumer<String> listener) {
        return new StackOptions(root, data, fresh, ports, natives, images, services, listener);
    }

    /** The same, with a canary every minute to the sample party that is there for it. */
    public StackOptions withCanary() {
        return withServices(services.with("SIAGA_CANARY_PARTY", SampleParties.CANARY));
    }

    private static Set<String> names(String services) {
        Set<String> names = new HashSet<>();
        for (String service : services.isEmpty() ? new String[0] : services.split(",", -1)) {
            if (!SERVICES.contains(service)) {
                throw new StackFailure("there is no service " + service + ", only " + SERVICES);
            }
            names.add(service);
        }
        return names;
    }
}
