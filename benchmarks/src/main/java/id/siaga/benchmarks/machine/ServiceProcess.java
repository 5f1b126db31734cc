// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.machine;

import id.siaga.localstack.StackStatus;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The process of one service of a running stack. */
public final class ServiceProcess {

    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final double KIB_PER_MIB = 1024;
    private static final String HEAP = "-Xmx";

    private final Path data;
    private final String service;

    public ServiceProcess(Path data, String service) {
        this.data = data;
        this.service = service;
    }

    /** The most that its heap may grow to, as its command line says. */
    public int heapMiB() throws IOException {
        String limit = process().info().arguments().stream()
                .flatMap(Arrays::stream)
                .filter(argument -> argument.matches(HEAP + "\\d+m"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(service + " has no limit of its heap in MiB"));
        return Integer.parseInt(limit, HEAP.length(), limit.length() - 1, 10);
    }

    /** The most memory that it has had so far, heap and everything else; empty where the system does not tell. */
    public OptionalDouble peakMiB() throws IOException {
        Path status = Path.of("/proc", Long.toString(part().pid()), "status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst();
        }
    }

    /** Ends it with a signal that no process can catch. */
    public void kill() throws IOException {
        process().destroyForcibly();
    }

    /** Waits until another one is ready in its place. */
    public void awaitReplacement(HttpClient http) throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (part().restarts() == 0 || !isReady(http, URI.create(part().probe()))) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(service + " was not ready again within " + LONGEST_START);
            }
            Thread.sleep(GLANCE);
        }
    }

    private static boolean isReady(HttpClient http, URI probe) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(probe).build(), BodyHandlers.discarding())
                            .statusCode()
                    == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private ProcessHandle process() throws IOException {
        return ProcessHandle.of(part().pid()).orElseThrow();
    }

    private StackStatus.Part part() throws IOException {
        return StackStatus.read(data).orElseThrow().part(service);
    }
}
