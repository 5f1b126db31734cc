// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of files, each kind of it there from the start. */
@Startup
@ApplicationScoped
class EvidenceMetrics {

    private final MeterRegistry registry;

    EvidenceMetrics(MeterRegistry registry) {
        this.registry = registry;
        List.of(true, false).forEach(this::ofStored);
        Stream.of(
                        new EvidenceRefusal.MediaRefused(),
                        new EvidenceRefusal.DigestDiffers(),
                        EvidenceRefusal.WrongType.differs("", ""),
                        new EvidenceRefusal.Full(0))
                .forEach(refusal -> ofRefused(refusal.problem().type()));
        ReadEvidence.READERS.forEach(this::ofRead);
        ofGrants("granted");
        ofGrants("revoked");
        ofDropped();
    }

    void stored(boolean created) {
        ofStored(created).increment();
    }

    void refused(String problem) {
        ofRefused(problem).increment();
    }

    void read(String reader) {
        ofRead(reader).increment();
    }

    void granted() {
        ofGrants("granted").increment();
    }

    void revoked() {
        ofGrants("revoked").increment();
    }

    void dropped(int references) {
        ofDropped().increment(references);
    }

    private Counter ofStored(boolean created) {
        return files("siaga.evidence.stored", "Files that were sent and are kept.")
                .tag("created", String.valueOf(created))
                .register(registry);
    }

    private Counter ofRefused(String problem) {
        return files("siaga.evidence.refused", "Files that were sent and not taken, by the problem that was answered.")
                .tag("problem", problem)
                .register(registry);
    }

    private Counter ofRead(String reader) {
        return files("siaga.evidence.read", "Files that were read.")
                .tag("reader", reader)
                .register(registry);
    }

    private Counter ofGrants(String act) {
        return Counter.builder("siaga.evidence.shown")
                .description("Times that a file was shown to a platform, or was no longer.")
                .baseUnit("grants")
                .tag("act", act)
                .register(registry);
    }

    private Counter ofDropped() {
        return files("siaga.evidence.dropped", "Files that a report let go.").register(registry);
    }

    private static Counter.Builder files(String name, String description) {
        return Counter.builder(name).description(description).baseUnit("files");
    }
}
