// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.EventHandler;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/** Records the aliases that the desk tells of; of what else happens to cases nothing concerns intake. */
@ApplicationScoped
class FollowAliases implements EventHandler {

    private final Aliases aliases;
    private final ObjectMapper json;

    FollowAliases(Aliases aliases, ObjectMapper json) {
        this.aliases = aliases;
        this.json = json;
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        events.stream()
                .filter(event -> event.type().equals(ContentAliased.TYPE))
                .map(this::read)
                .forEach(aliased -> aliases.join(
                        aliased.keys().from(), aliased.keys().to(), AliasSource.DESK, aliased.recordedAt()));
    }

    private ContentAliased read(IncomingEvent event) {
        try {
            return json.readValue(event.data(), ContentAliased.class);
        } catch (IOException e) {
            throw new UnreadableEvent("not a content.aliased that can be followed", e);
        }
    }
}
