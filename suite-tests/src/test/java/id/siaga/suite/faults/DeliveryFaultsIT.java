// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.suite.Checkout;
import id.siaga.suite.RunningSuite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Two dispatchers over one database, and what befalls them in the midst of deliveries. What was published and what receivers
 * wrote down tell what became of it: everything arrived, in the order of each subject, and again only under its own id.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryFaultsIT {

    private static final Path DATA = Path.of("target", "delivery-faults").toAbsolutePath();
    private static final String NOTIFICATION = "notification-service";
    private static final List<String> PARTIES = List.of("google", "tiktok", "meta");
    private static final Duration SOON = Duration.ofMinutes(2);

    /** So few that both are at work whenever more than that are to be sent. */
    private static final int IN_FLIGHT_OF_EACH = 8;

    private static final int ORDERS = 150;
    private static final int TIMES = 3;

    private final Processes processes = new Processes(DATA);
    private LocalStack stack;
    private Receipts receipts;
    private Api api;
    private final List<Registration> endpoints = new ArrayList<>();
    private SinkLedger sink;
    private PublishedOrders orders;

    @BeforeAll
    void startTwo() throws Exception {
        RunningSuite.keepPrograms(DATA);
        stack = LocalStack.start(StackOptions.of(Checkout.ROOT)
                .withData(DATA)
                .withFreshData(true)
                .withServices(new ServiceOptions(
                        List.of(NOTIFICATION),
                        false,
                        Map.of("SIAGA_DELIVERY_IN_FLIGHT", Integer.toString(IN_FLIGHT_OF_EACH)))));
        stack.replicate(NOTIFICATION, NOTIFICATION + "-2");
        receipts = new Receipts(DATA.resolve("receipts.ndjson"));
        api = new Api(Suite.read(stack.endpointsFile()), receipts, Backoff.patient(), Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        receipts.close();
        stack.close();
    }

    @BeforeEach
    void openTheBooks() throws Exception {
        processes.awaitReady();
        sink = new SinkLedger(DATA.resolve("ledger-" + UUID.randomUUID() + ".ndjson"));
        orders = new PublishedOrders(brokers(), PARTIES, Clock.systemUTC());
        for (String party : PARTIES) {
            endpoints.add(Registration.of(api, sink, party, "order.*"));
        }
    }

    @AfterEach
    void closeTheBooks() {
        endpoints.forEach(Registration::delete);
        endpoints.clear();
        orders.close();
        sink.close();
    }

    @Test
    void aDispatcherThatIsKilledInMidFlightLosesNothing() throws Exception {
        // Given more in flight than one may have; parties leave places to each other, so that neither is full
        sink.withholdConfirmations();
        orders.publish(ORDERS, TIMES);
        await().atMost(SOON).until(() -> sink.ordersArrived().size() > IN_FLIGHT_OF_EACH);
        assertEquals(Set.of(), sink.ordersConfirmed());

        // When
        processes.kill(List.of(NOTIFICATION));
        sink.confirmAgain();

        // Then what it had in flight comes again
        long repeated = books().settle();
        assertTrue(repeated > 0, "nothing was repeated: it had nothing in flight");
    }

    @Test
    void aDatabaseThatGoesAwayAndComesBackLosesNothing() throws Exception {
        // Given some that are there, and more on their way than can arrive
        orders.publish(ORDERS, 1);
        await().pollInterval(Duration.ofMillis(5)).atMost(SOON).until(() -> !sink.ordersConfirmed()
                .isEmpty());
        sink.withholdConfirmations();
        orders.publish(ORDERS, TIMES);

        // When
        stack.stopPostgres();
        int arrived = sink.read().size();
        assertTrue(arrived < orders.all().size(), "all of it had arrived before");
        sink.confirmAgain();
        assertEquals("urn:siaga:problem:unavailable", whatACallerIsTold());
        stack.startPostgres();

        // Then
        books().settle();
    }

    @Test
    void receiversThatAreDownForAWhileMissNothing() throws Exception {
        // Given some that are there, and more than one try while they are down
        orders.publish(ORDERS, 1);
        await().atMost(SOON).until(() -> !sink.ordersConfirmed().isEmpty());
        sink.goDown();
        orders.publish(ORDERS, TIMES);
        await().atMost(SOON).until(() -> mostAttempts() >= 4);

        // When
        sink.comeBack();

        // Then
        books().settle();
    }

    /** Who does not come again by himself. */
    private String whatACallerIsTold() {
        Api once = new Api(api.suite(), receipts, new Backoff(1, Duration.ZERO, Duration.ZERO), Clock.systemUTC());
        return once.send(api.suite().identity(PARTIES.getFirst()), Call.get(Service.NOTIFICATION, "/v1/endpoints"))
                .body()
                .path("type")
                .asText();
    }

    /** Of what is not delivered yet to one of them. */
    private int mostAttempts() {
        int most = 0;
        for (JsonNode one : endpoints
                .getFirst()
                .read("/deliveries?status=PENDING&limit=200")
                .path("deliveries")) {
            most = Math.max(most, one.path("attempts").asInt());
        }
        return most;
    }

    private DeliveryBooks books() {
        return new DeliveryBooks(sink, orders, brokers());
    }

    private String brokers() {
        return stack.endpoints().kafka().bootstrapServers();
    }
}
