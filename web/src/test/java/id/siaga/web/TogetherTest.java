// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Creating requests that share a transaction, over a real database. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class TogetherTest {

    private static final byte[] BODY = {1};

    @Inject
    Idempotency idempotency;

    @Test
    void eachIsAnsweredAndItsAnswerKept() {
        // Given
        List<CreatingRequest> requests = List.of(request("a"), request("b"), request("c"));
        // When
        List<Response> answers = together(requests).stream()
                .map(answer -> answer.orElseThrow().get())
                .toList();
        // Then
        for (int i = 0; i < requests.size(); i++) {
            assertEquals("/v1/things/" + i, answers.get(i).getLocation().toString());
            Response again = idempotency.once(requests.get(i), TogetherTest::neverAgain);
            assertEquals("true", again.getHeaderString(Idempotency.REPLAYED));
            assertEquals(answers.get(i).getLocation(), again.getLocation());
            assertArrayEquals((byte[]) answers.get(i).getEntity(), (byte[]) again.getEntity());
        }
    }

    @Test
    void whoeverHasAnAnswerOrARivalOrAnEarlierSelfIsLeftOut() {
        // Given
        CreatingRequest answered = request("answered");
        idempotency.once(answered, () -> answer(0));
        CreatingRequest held = request("held");
        CreatingRequest twice = request("twice");
        List<Integer> created = new ArrayList<>();
        List<Optional<Supplier<Response>>> answers = new ArrayList<>();
        // When a rival holds one key
        idempotency.once(held, () -> {
            answers.addAll(idempotency.together(List.of(answered, twice, held, twice, request("free")), places -> {
                created.addAll(places);
                return places.stream().map(TogetherTest::answer).toList();
            }));
            return answer(7);
        });
        // Then
        assertEquals(List.of(1, 4), created);
        assertEquals(
                List.of(false, true, false, false, true),
                answers.stream().map(Optional::isPresent).toList());
    }

    @Test
    void nothingIsKeptOfACreationThatFails() {
        // Given
        List<CreatingRequest> requests = List.of(request("a"), request("b"));
        // When
        assertThrows(
                IllegalStateException.class,
                () -> idempotency.together(requests, places -> {
                    throw new IllegalStateException("one of them is wrong");
                }));
        // Then
        assertEquals(2, together(requests).stream().flatMap(Optional::stream).count());
    }

    private List<Optional<Supplier<Response>>> together(List<CreatingRequest> requests) {
        return idempotency.together(
                requests, places -> places.stream().map(TogetherTest::answer).toList());
    }

    private static Answer answer(int place) {
        return Answer.created("/v1/things/" + place, Map.of("place", place));
    }

    private static Answer neverAgain() {
        throw new AssertionError("was created twice");
    }

    private static CreatingRequest request(String name) {
        return new CreatingRequest(new AnswerKey("komdigi", "POST /v1/things", name + UUID.randomUUID()), BODY);
    }
}
