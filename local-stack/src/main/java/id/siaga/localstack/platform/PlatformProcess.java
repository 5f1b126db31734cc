// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.StackFailure;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.conduct.Cast;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample platform as one more process of a local stack, which also ends it; its books stay in the folder. */
public record PlatformProcess(Process process, Path folder, URI address) {
    private static final String NAME = "sample-platform";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    /**
     * With {@code receiver}, the platforms' webhooks go there. Returns once the platform's parties are registered and its doors are open.
     *
     * @throws StackFailure when it does not come up
     */
    public static PlatformProcess start(
            LocalStack stack,
            Path folder,
            double failureRate,
            long seed,
            Cast cast,
            @Nullable OwnReceiver receiver,
            Clock clock)
            throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                stack.endpointsFile().toString(),
                folder.toString(),
                Double.toString(failureRate),
                Long.toString(seed),
                cast.name()));
        if (receiver != null) {
            arguments.add(receiver.template());
        }
        Process process = stack.spawnJava(NAME, Map.of(), SamplePlatform.class, arguments.toArray(String[]::new));
        Instant limit = clock.instant().plus(START_LIMIT);
        while (clock.instant().isBefore(limit)) {
            if (!process.isAlive()) {
                throw new StackFailure("the sample platform stopped at once, see its log " + NAME + ".log");
            }
            JsonNode said = read(folder.resolve(SamplePlatform.ADDRESS));
            if (said.path("pid").asLong() == process.pid()) {
                return new PlatformProcess(
                        process, folder, URI.create(said.path("url").asText()));
            }
            Thread.sleep(50);
        }
        throw new StackFailure("the sample platform did not listen within " + START_LIMIT.toSeconds()
                + " s, see its log " + NAME + ".log");
    }

    public Path ledger() {
        return folder.resolve(SamplePlatform.LEDGER);
    }

    public Path receipts() {
        return folder.resolve(SamplePlatform.RECEIPTS);
    }

    private static JsonNode read(Path address) {
        try {
            return Files.exists(address) ? Json.parseLeniently(Files.readAllBytes(address)) : Json.object();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
