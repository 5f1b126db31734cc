// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is wrong with a report that the API is meant to refuse, and the place that the refusal must name. */
public enum Flaw {
    UNKNOWN_CATEGORY("/category") {
        @Override
        void spoil(ObjectNode body) {
            body.put("category", "berita-palsu");
        }
    },
    NO_REASONS("/statementOfReasons") {
        @Override
        void spoil(ObjectNode body) {
            body.put("statementOfReasons", " ");
        }
    },
    NO_SUCH_REGION("/region") {
        @Override
        void spoil(ObjectNode body) {
            body.put("region", "Jawa Barat");
        }
    },
    NO_ITEMS("/items") {
        @Override
        void spoil(ObjectNode body) {
            body.putArray("items");
        }
    },
    LINK_AND_TEXT("/items/0") {
        @Override
        void spoil(ObjectNode body) {
            body.putArray("items")
                    .addObject()
                    .put("url", "https://x.com/warga/status/1")
                    .put("text", "kutipan");
        }
    },
    NO_LINK("/items/0/url") {
        @Override
        void spoil(ObjectNode body) {
            body.putArray("items").addObject().put("url", "lihat di grup WA");
        }
    };

    private final String pointer;

    Flaw(String pointer) {
        this.pointer = pointer;
    }

    /** The JSON Pointer that the refusal must name. */
    public String pointer() {
        return pointer;
    }

    /** Whether a refusal's problem+json names the place of this flaw. */
    public boolean explains(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .anyMatch(error -> error.path("pointer").asText().equals(pointer));
    }

    abstract void spoil(ObjectNode body);
}
