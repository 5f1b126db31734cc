// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.awaitility.Awaitility.await;

import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Api;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What makes a service that was killed and started again read on at once: its groups know it by a name of its own. */
@ExtendWith(RunningSuite.class)
class ConsumerGroupsIT {

    private static final String TRIAGE = "triage-service";

    /** Its reports are read by two consumers, which are two members. */
    private static final Set<String> TRIAGES = Set.of(TRIAGE, TRIAGE + "-1", TRIAGE + "-2");

    @Test
    void theGroupsKnowAServiceByItsInstancesName(Api running) throws Exception {
        String brokers = Endpoints.read(RunningSuite.DATA.resolve("endpoints.json"))
                .kafka()
                .bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            for (String service : Checkout.SERVICES) {
                Set<String> names = service.equals(TRIAGE) ? TRIAGES : Set.of(service);
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> instances(admin, groupsOf(service, admin)), names::equals);
            }
        }
    }

    private static List<String> groupsOf(String service, Admin admin) throws ExecutionException, InterruptedException {
        return admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(service + "."))
                .toList();
    }

    private static Set<String> instances(Admin admin, Collection<String> groups)
            throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(groups).all().get().values().stream()
                .map(ConsumerGroupDescription::members)
                .flatMap(Collection::stream)
                .map(MemberDescription::groupInstanceId)
                .map(instance -> instance.orElse("a member without a name"))
                .collect(Collectors.toSet());
    }
}
