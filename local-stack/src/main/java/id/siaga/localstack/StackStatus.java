// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a running stack consists of: what {@code .siaga/status.json} says to other processes.
 *
 * @param pid the process that started everything and stops everything
 * @param since when that process began, which tells it from another one of the same number; RFC 3339
 * @param parts in the order in which a person would look at them; empty while the stack starts
 */
public record StackStatus(long pid, String since, List<Part> parts) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One part of the stack.
     *
     * @param address where it listens; empty when it does not say
     * @param probe an HTTP address that answers 200, or {@code tcp://host:port} that accepts, when it is well; or empty
     * @param since when it was last started, RFC 3339
     */
    public record Part(String name, String address, String probe, long pid, String since, int restarts) {}

    /** The status of the stack on that data folder; empty when none runs. */
    public static Optional<StackStatus> read(Path data) throws IOException {
        Path file = new Folder(data).status();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(JSON.readValue(Files.readString(file), StackStatus.class))
                .filter(StackStatus::isAlive);
    }

    /** The part of that name, as it was started last. */
    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the stack has no part " + name));
    }

    static StackStatus ofThisProcess(List<Part> parts) {
        ProcessHandle self = ProcessHandle.current();
        return new StackStatus(self.pid(), startOf(self), parts);
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, JSON.writeValueAsString(this) + System.lineSeparator());
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(process -> startOf(process).equals(since))
                .isPresent();
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toString();
    }
}
