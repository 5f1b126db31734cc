// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** The AsyncAPI document of what parties are told; the topics between the services are none of theirs. */
@ApplicationScoped
class PartyAsyncApi {

    private final ObjectNode document;

    PartyAsyncApi(EventTypes types, ObjectMapper json) {
        document = json.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Siaga events for parties")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "What a party can be told, by webhook, pull or stream: CloudEvents 1.0, structured.");
        document.put("defaultContentType", "application/cloudevents+json");
        ObjectNode channel = document.putObject("channels").putObject("events");
        channel.put("address", "{url}");
        channel.putObject("parameters").putObject("url").put("description", "The URL that the party registered.");
        ObjectNode listed = channel.putObject("messages");
        ObjectNode operation = document.putObject("operations").putObject("tell");
        operation.put("action", "send").putObject("channel").put("$ref", "#/channels/events");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (EventType type : types.all()) {
            listed.putObject(type.name()).put("$ref", "#/components/messages/" + type.name());
            messages.set(type.name(), message(type, json));
        }
    }

    JsonNode document() {
        return document;
    }

    private static ObjectNode message(EventType type, ObjectMapper json) {
        ObjectNode message = json.createObjectNode()
                .put("name", type.type())
                .put("title", type.title())
                .put("summary", type.description());
        message.set("x-readers", json.valueToTree(type.readers()));
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        ObjectNode schema = payload.putObject("schema").put("type", "object");
        schema.putArray("required")
                .add("specversion")
                .add("id")
                .add("source")
                .add("type")
                .add("subject")
                .add("time")
                .add("data");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("specversion").put("const", "1.0");
        properties.putObject("id").put("type", "string").put("format", "uuid");
        properties.putObject("source").put("const", type.source());
        properties.putObject("type").put("const", type.type());
        properties.putObject("subject").put("type", "string");
        properties.putObject("time").put("type", "string").put("format", "date-time");
        properties.set("data", type.schema());
        message.putArray("examples").addObject().putObject("payload").set("data", type.example());
        return message;
    }
}
