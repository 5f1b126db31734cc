// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.intake.media.MediaTypes;
import id.siaga.intake.submission.FindReport;
import id.siaga.messaging.Uuid7;
import id.siaga.web.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file for a report. It is read, hashed and written whole in every case; whether it was here already decides
 * nothing but which of two bodies is kept, and the other one is swept later, not now: neither an answer nor its time tells
 * one party what another one has sent.
 */
@ApplicationScoped
class StoreEvidence {

    private static final String HASH_ONLY = "child-sexual-abuse";

    /** What became of the file; {@code created} unless the report had it already. */
    record Stored(Evidence evidence, boolean created) {}

    private final FindReport reports;
    private final MediaTypes types;
    private final ReceiveBody receive;
    private final Bodies bodies;
    private final References references;
    private final EvidenceConfig config;
    private final Clock clock;

    StoreEvidence(
            FindReport reports,
            MediaTypes types,
            ReceiveBody receive,
            Bodies bodies,
            References references,
            EvidenceConfig config,
            Clock clock) {
        this.reports = reports;
        this.types = types;
        this.receive = receive;
        this.bodies = bodies;
        this.references = references;
        this.config = config;
        this.clock = clock;
    }

    /** Stores the file unless it is refused; a refusal, an abort and a failure leave nothing of it behind. */
    Stored store(Caller caller, UUID report, Sha256 digest, @Nullable MediaType contentType, InputStream body) {
        FindReport.Found found = reports.ownOf(caller, report).orElseThrow(EvidenceRefusal.Unknown::new);
        if (found.category().equals(HASH_ONLY)) {
            throw new EvidenceRefusal.MediaRefused();
        }
        String declared = taken(contentType);
        bodies.sweep(clock.instant().minus(config.leftoversKept()));
        UUID upload = Uuid7.next(clock);
        bodies.begin(upload, clock.instant());
        boolean stored = false;
        try {
            ReceiveBody.Received received = receive.into(upload, body);
            check(received, digest, declared);
            Stored answer =
                    QuarkusTransaction.requiringNew().call(() -> refer(caller, report, digest, upload, received));
            stored = true;
            return answer;
        } finally {
            if (!stored) {
                bodies.discard(upload);
            }
        }
    }

    private String taken(@Nullable MediaType contentType) {
        if (contentType == null) {
            throw EvidenceRefusal.WrongType.notTaken("A body without Content-Type", types.taken());
        }
        String declared = contentType.getType() + "/" + contentType.getSubtype();
        if (!types.taken().contains(declared)) {
            throw EvidenceRefusal.WrongType.notTaken(declared, types.taken());
        }
        return declared;
    }

    private void check(ReceiveBody.Received received, Sha256 digest, String declared) {
        if (!received.sha256().equals(digest)) {
            throw new EvidenceRefusal.DigestDiffers();
        }
        String real =
                received.mediaType().orElseThrow(() -> EvidenceRefusal.WrongType.unknown(declared, types.taken()));
        if (!real.equals(declared)) {
            throw EvidenceRefusal.WrongType.differs(declared, real);
        }
    }

    private Stored refer(Caller caller, UUID report, Sha256 digest, UUID upload, ReceiveBody.Received received) {
        if (!reports.keep(report)) {
            throw new EvidenceRefusal.Unknown();
        }
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        references.claim(digest, upload, received.size(), received.mediaType().orElseThrow(), now);
        boolean created = references.add(report, digest, caller, now);
        if (created && references.countOf(report) > config.mostPerReport()) {
            throw new EvidenceRefusal.Full(config.mostPerReport());
        }
        return new Stored(references.find(report, digest).orElseThrow(), created);
    }
}
