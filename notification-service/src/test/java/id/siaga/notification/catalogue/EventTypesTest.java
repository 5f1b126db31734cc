// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.siaga.notification.endpoint.EventTypePattern;
import id.siaga.web.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue against what the services say that they publish. */
class EventTypesTest {

    /** On a topic that we read, but its audience is empty: a key of content is for the services only. */
    private static final Set<String> TOLD_TO_NOBODY = Set.of("content.aliased");

    private final EventTypes types = new EventTypes(new ObjectMapper());

    @Test
    void itHasEveryTypeThatIsPublishedToPartiesAndNothingElse() {
        // Given
        Set<String> published = Stream.of(
                        messages("intake-service", "intake.status.v1"),
                        messages("triage-service", "triage.case.v1"),
                        messages("triage-service", "triage.order.v1"),
                        messages("notification-service", "{path}"))
                .flatMap(Set::stream)
                .filter(name -> !TOLD_TO_NOBODY.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> listed = types.all().stream().map(EventType::name).collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertEquals(published, listed);
    }

    @Test
    void everyExampleIsWhatItsSchemaPromises() {
        types.all().forEach(type -> Contracts.of(type.source().substring(1))
                .assertValid(
                        type.name().replace('.', '-') + ".v1", type.example().toString()));
    }

    @Test
    void everyNameIsAPatternThatAnEndpointMayAskFor() {
        types.all().forEach(type -> assertTrue(new EventTypePattern(type.name()).matches(type.type()), type.type()));
    }

    @Test
    void whoIsToldIsWhatTheProducersSay() {
        types.all().forEach(type -> {
            assertEquals(
                    type.description().contains("audience `*`"), type.readers().contains("partner"), type.name());
            assertFalse(type.readers().isEmpty(), type.name());
        });
    }

    @Test
    void aTypeIsFoundByBothItsNames() {
        assertEquals(types.find("order.issued"), types.find("id.siaga.order.issued.v1"));
        assertTrue(types.find("content.aliased").isEmpty());
    }

    @Test
    void theAsyncApiDocumentIsWholeInItself() {
        // Given, When
        JsonNode document = new PartyAsyncApi(types, new ObjectMapper()).document();

        // Then
        document.at("/channels/events/messages").properties().forEach(message -> {
            String place = message.getValue().path("$ref").asText().substring(1);
            assertFalse(document.at(place).isMissingNode(), place);
        });
        assertEquals(types.all().size(), document.at("/components/messages").size());
        assertFalse(document.toString().contains("triage.order.v1"));
    }

    /** The names of the messages of one channel, short. */
    private static Set<String> messages(String service, String address) {
        JsonNode api = asyncApi(service);
        return api.path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").asText().equals(address))
                .flatMap(channel -> channel.path("messages").valueStream())
                .map(message -> api.at(message.path("$ref").asText().substring(1))
                        .path("name")
                        .asText())
                .filter(name -> name.startsWith("id.siaga."))
                .map(name -> name.replace("id.siaga.", "").replace(".v1", ""))
                .collect(Collectors.toSet());
    }

    private static JsonNode asyncApi(String service) {
        try {
            return new YAMLMapper()
                    .readTree(
                            Path.of("..", service, "contracts", "asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
