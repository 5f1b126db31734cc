// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.messaging.Uuid7;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An event as its producer publishes it: the producer's example, under the headers that the relay writes. */
public final class EventFixture {

    private final String topic;
    private final Map<String, String> headers = new TreeMap<>();
    private final String exampleSubject;
    private String data;

    private EventFixture(String topic, String source, String type, String example, String exampleSubject) {
        this.topic = topic;
        this.data = example;
        this.exampleSubject = exampleSubject;
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_sequence", "1");
        headers.put("ce_correlationid", "019aa9a1-6d5e-7d10-b1f3-6a2c9e4d8b33");
        headers.put("ce_audience", "");
        headers.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        headers.put("ce_time", now().toString());
        headers.put("ce_id", newId());
        about(newId());
    }

    /** An order to Google that must be served within the hour. */
    public static EventFixture anOrder() {
        return new EventFixture(
                        "triage.order.v1",
                        "/triage-service",
                        "id.siaga.order.issued.v1",
                        Contracts.of("triage-service").example("order-issued.v1"),
                        "019aa9a3-0c2a-7f04-93de-5b8a1c7e2d44")
                .toldTo("google")
                .servedWithin(Duration.ofHours(1));
    }

    /** A canary to elsam, from which nothing follows. */
    public static EventFixture aCanary() {
        return new EventFixture(
                        "triage.order.v1",
                        "/triage-service",
                        "id.siaga.canary.forwarded.v1",
                        Contracts.of("triage-service").example("canary-forwarded.v1"),
                        "019aa9a1-7b00-7d51-a3c6-4e8b2f9d1a70")
                .toldTo("elsam")
                .servedWithin(Duration.ofMinutes(5));
    }

    public static EventFixture anOpenedCase() {
        return new EventFixture(
                        "triage.case.v1",
                        "/triage-service",
                        "id.siaga.case.opened.v1",
                        Contracts.of("triage-service").example("case-opened.v1"),
                        "019aa9a1-6d5e-7d10-b1f3-6a2c9e4d8b33")
                .toldTo("*");
    }

    public static EventFixture aReportStatus() {
        return new EventFixture(
                        "intake.status.v1",
                        "/intake-service",
                        "id.siaga.report.status-changed.v1",
                        Contracts.of("intake-service").example("report-status-changed.v1"),
                        "019aa9a1-6d00-7b3e-9c51-4f0d2a6b8e11")
                .toldTo("mafindo");
    }

    public EventFixture toldTo(String audience) {
        headers.put("ce_audience", audience);
        return this;
    }

    public EventFixture about(String subject) {
        data = data.replace(headers.getOrDefault("ce_subject", exampleSubject), subject);
        headers.put("ce_subject", subject);
        return this;
    }

    public EventFixture numbered(long sequence) {
        headers.put("ce_sequence", Long.toString(sequence));
        return this;
    }

    public EventFixture servedWithin(Duration time) {
        data = data.replaceAll("\"serveBy\": \"[^\"]*\"", "\"serveBy\": \"" + now().plus(time) + "\"");
        return this;
    }

    /** As if it had happened then, by its id, too. */
    public EventFixture from(Instant time) {
        headers.put("ce_time", time.toString());
        headers.put("ce_id", Uuid7.at(time).toString());
        return this;
    }

    public EventFixture ofType(String type) {
        headers.put("ce_type", type);
        return this;
    }

    public EventFixture saying(String text) {
        data = text;
        return this;
    }

    /** Publishes it, as often as it is called, and returns its id. */
    public String send() {
        new KafkaTopic(topic).send(key(), headers, data.getBytes(UTF_8));
        return id();
    }

    public String id() {
        return String.valueOf(headers.get("ce_id"));
    }

    public String subject() {
        return String.valueOf(headers.get("ce_subject"));
    }

    public String data() {
        return data;
    }

    private String key() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(subject().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String newId() {
        UUID id = Uuid7.next(Clock.systemUTC());
        return id.toString();
    }
}
