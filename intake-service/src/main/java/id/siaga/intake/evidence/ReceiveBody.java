// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.intake.media.MediaProbe;
import id.siaga.intake.media.MediaTypes;
import id.siaga.web.BodyLimit;
import id.siaga.web.BodyRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Reads a body once, chunk by chunk: limits, hashes, looks at and writes it on the way. */
@ApplicationScoped
class ReceiveBody {

    /**
     * What came.
     *
     * @param mediaType what it really is, if that is taken
     */
    record Received(Sha256 sha256, long size, Optional<String> mediaType) {}

    private final BodyLimit limit;
    private final MediaTypes types;
    private final Bodies bodies;
    private final EvidenceConfig config;
    private final Clock clock;

    ReceiveBody(BodyLimit limit, MediaTypes types, Bodies bodies, EvidenceConfig config, Clock clock) {
        this.limit = limit;
        this.types = types;
        this.bodies = bodies;
        this.config = config;
        this.clock = clock;
    }

    Received into(UUID upload, InputStream body) {
        InputStream limited = limit.of(body, config.largest().asLongValue());
        Instant latest = clock.instant().plus(config.longestUpload());
        MessageDigest digest = Sha256.digest();
        MediaProbe probe = types.probe();
        byte[] chunk = new byte[Bodies.CHUNK];
        long size = 0;
        int count = fill(chunk, limited, latest);
        for (int number = 0; count > 0; number++) {
            digest.update(chunk, 0, count);
            probe.look(chunk, count);
            bodies.append(upload, number, count == chunk.length ? chunk : Arrays.copyOf(chunk, count));
            size += count;
            count = fill(chunk, limited, latest);
        }
        return new Received(Sha256.of(digest.digest()), size, probe.type());
    }

    /** How many bytes came before the chunk was full or the body over. */
    private int fill(byte[] chunk, InputStream body, Instant latest) {
        int filled = 0;
        try {
            while (filled < chunk.length) {
                int count = body.read(chunk, filled, chunk.length - filled);
                if (count < 0) {
                    return filled;
                }
                filled += count;
                if (clock.instant().isAfter(latest)) {
                    throw BodyRefusal.incomplete();
                }
            }
            return filled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
