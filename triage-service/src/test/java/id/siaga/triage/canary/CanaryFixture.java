// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.triage.order.DeliveryFixture;
import id.siaga.web.KafkaTopic;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A canary as intake publishes it, and what notification tells of it. */
record CanaryFixture(UUID id, Instant issuedAt) {

    static final String PARTY = "elsam";
    static final Duration SOON = Duration.ofMinutes(1);

    /** A service in which somebody has switched them on. */
    public static final class SwitchedOn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("siaga.canary.party", PARTY);
        }
    }

    static CanaryFixture aCanary() {
        Instant now = TestClock.now();
        return new CanaryFixture(Uuid7.at(now), now);
    }

    /** One that triage has forwarded. */
    static CanaryFixture aForwarded() {
        CanaryFixture canary = aCanary();
        canary.issue();
        Awaitility.await().atMost(SOON).until(canary::isKnown);
        return canary;
    }

    void issue() {
        issueBehind(this);
    }

    /** By the partition of another, so that it is taken after that. */
    void issueBehind(CanaryFixture other) {
        Map<String, String> headers = Map.of(
                "content-type", "application/json",
                "ce_specversion", "1.0",
                "ce_id", Uuid7.at(issuedAt).toString(),
                "ce_source", "/intake-service",
                "ce_type", "id.siaga.canary.issued.v1",
                "ce_time", issuedAt.toString(),
                "ce_subject", id.toString(),
                "ce_sequence", "1",
                "ce_correlationid", id.toString(),
                "ce_audience", "");
        String data = "{\"canaryId\": \"%s\", \"issuedAt\": \"%s\", \"more\": 1}".formatted(id, issuedAt);
        new KafkaTopic("intake.report.v1").send(other.id.toString(), headers, data.getBytes(UTF_8));
    }

    void receive(String how) {
        receiveBehind(this, how);
    }

    /** Told after all that was told of another. */
    void receiveBehind(CanaryFixture other, String how) {
        Instant now = TestClock.now();
        if (how.equals("delivered")) {
            DeliveryFixture.deliveredAfter(other.id.toString(), id.toString(), PARTY, "canary.forwarded", now);
        } else {
            DeliveryFixture.committedAfter(other.id.toString(), id.toString(), PARTY, "canary.forwarded", now);
        }
    }

    void giveUp() {
        DeliveryFixture.abandoned(Uuid7.at(TestClock.now()), id.toString(), PARTY, "canary.forwarded");
    }

    boolean isKnown() {
        return !Desk.query("select id from canary where id = ?", id).isEmpty();
    }

    /** When, if it was. */
    List<String> received() {
        return Desk.query("select received_at from canary where id = ? and received_at is not null", id);
    }

    void awaitReceived() {
        Awaitility.await().atMost(SOON).until(() -> !received().isEmpty());
    }
}
