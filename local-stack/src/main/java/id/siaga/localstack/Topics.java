// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Every topic of the suite; the broker makes none by itself, so that a misspelt name fails. */
final class Topics {

    private static final short ONE_COPY = 1;

    private static final List<String> EVENTS = List.of(
            "intake.report.v1",
            "intake.status.v1",
            "triage.link.v1",
            "triage.case.v1",
            "triage.order.v1",
            "notification.delivery.v1");

    private static final List<String> DEAD_LETTERS = List.of(
            "triage-service.reports-in.dlq",
            "triage-service.deliveries-in.dlq",
            "intake-service.links-in.dlq",
            "intake-service.cases-in.dlq",
            "notification-service.events-in.dlq");

    private Topics() {}

    static List<NewTopic> all() {
        return Stream.concat(
                        EVENTS.stream().map(name -> new NewTopic(name, 6, ONE_COPY)),
                        DEAD_LETTERS.stream().map(name -> new NewTopic(name, 3, ONE_COPY)))
                .toList();
    }

    /** Makes the topics that are missing, as somebody who may. */
    static void create(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client)) {
            for (var creation : admin.createTopics(all()).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }
}
