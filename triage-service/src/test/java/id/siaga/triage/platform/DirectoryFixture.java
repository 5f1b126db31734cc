// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.triage.Desk;
import id.siaga.web.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The directory as an operator writes it. */
public final class DirectoryFixture {

    public static final String LOCAL = """
            {"kind": "LOCAL_CONTACT", "address": "+62 21 0000", "note": "By day."}""";

    public static final String CHANNEL = """
            {"kind": "PLATFORM_CHANNEL", "address": "https://legal.example/form"}""";

    public static final String POST = """
            {"kind": "REGISTERED_POST", "address": "1 Main Street, Dublin"}""";

    private DirectoryFixture() {}

    public static RequestSpecification operator() {
        return Desk.as(Tokens.forPerson("siaga-ops", "dewi", "operator"));
    }

    /** An entry with these contact routes, and further members. */
    public static String entry(String party, boolean representative, String routes, String more) {
        return """
                {"name": "%s", "party": "%s", "representative": %s, "receiptRule": "ACKNOWLEDGEMENT",
                 "contactRoutes": [%s]%s}""".formatted(party, party, representative, routes, more);
    }

    public static ValidatableResponse put(String code, String entry, String ifMatch) {
        return operator()
                .header("If-Match", ifMatch)
                .body(entry)
                .put("/v1/platforms/{code}", code)
                .then();
    }

    /** Nobody in the country answers for it, and these are its contact routes. */
    public static void withoutRepresentative(String code, String... routes) {
        put(code, entry(code, false, String.join(", ", routes), ""), "*").statusCode(200);
    }
}
