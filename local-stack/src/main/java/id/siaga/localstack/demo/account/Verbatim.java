// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whether the API gives back what was sent to it, character by character, however odd the characters are. */
final class Verbatim {

    private Verbatim() {}

    /** The places of the sent body that the view shows otherwise; members that the view adds are its own. */
    static List<String> differences(JsonNode sent, JsonNode view) {
        List<String> places = new ArrayList<>();
        compare("", sent, view, places);
        return places;
    }

    private static void compare(String place, JsonNode sent, JsonNode view, List<String> places) {
        if (sent.isObject()) {
            sent.properties()
                    .forEach(member -> compare(
                            place + "/" + member.getKey(), member.getValue(), view.path(member.getKey()), places));
        } else if (sent.isArray()) {
            for (int i = 0; i < sent.size(); i++) {
                compare(place + "/" + i, sent.path(i), view.path(i), places);
            }
        } else if (sent.isTextual() && !sent.asText().equals(view.asText())) {
            places.add(place);
        }
    }
}
