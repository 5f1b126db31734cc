// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.intake.submission.FindReport;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Shows evidence to those who may see it: its reporter, the desk, and a platform for as long as it was granted. */
@ApplicationScoped
class ReadEvidence {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");
    private static final Set<String> REPORTERS = Set.of("reporter", "authority");
    private static final String PLATFORM = "platform";
    private static final String OWNER = "owner";
    private static final String OF_DESK = "desk";

    /** As whom a file is read. */
    static final List<String> READERS = List.of(OF_DESK, OWNER, PLATFORM);

    private final FindReport reports;
    private final References references;
    private final Grants grants;
    private final Bodies bodies;
    private final Clock clock;

    ReadEvidence(FindReport reports, References references, Grants grants, Bodies bodies, Clock clock) {
        this.reports = reports;
        this.references = references;
        this.grants = grants;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** A file that the caller may read. */
    record Open(Evidence evidence, UUID upload, String reader) {}

    /** A report's files; the desk also sees to whom they are shown. */
    EvidenceList of(Caller caller, UUID report) {
        if (reports.visibleTo(caller, report).isEmpty()) {
            throw new EvidenceRefusal.Unknown();
        }
        Optional<List<Grant>> shown =
                caller.hasAny(DESK) ? Optional.of(grants.current(report, clock.instant())) : Optional.empty();
        return EvidenceList.of(references.of(report), shown);
    }

    /** One file; what the caller may not see is as unknown as what never was. */
    Open open(Caller caller, UUID report, Sha256 digest) {
        String reader = readerOf(caller, report, digest).orElseThrow(EvidenceRefusal.Unknown::new);
        Evidence evidence = references.find(report, digest).orElseThrow(EvidenceRefusal.Unknown::new);
        UUID upload = references.uploadOf(digest).orElseThrow(EvidenceRefusal.Unknown::new);
        return new Open(evidence, upload, reader);
    }

    private Optional<String> readerOf(Caller caller, UUID report, Sha256 digest) {
        boolean desk = caller.hasAny(DESK);
        if ((desk || caller.hasAny(REPORTERS))
                && reports.visibleTo(caller, report).isPresent()) {
            return Optional.of(desk ? OF_DESK : OWNER);
        }
        boolean shown = caller.has(PLATFORM) && grants.isShown(report, digest, caller.party(), clock.instant());
        return shown ? Optional.of(PLATFORM) : Optional.empty();
    }

    /** Writes the file chunk by chunk, as fast as its reader takes it. */
    void write(Open open, OutputStream to) throws IOException {
        long left = open.evidence().size();
        for (int number = 0; left > 0; number++) {
            // Dropped while it was being read: the answer ends before its Content-Length, which its reader notices.
            byte[] chunk = bodies.chunk(open.upload(), number).orElseThrow(() -> new IOException("the file is gone"));
            to.write(chunk);
            left -= chunk.length;
        }
    }
}
