// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.party;

import id.siaga.operations.Operations;
import id.siaga.suite.RunningSuite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.stream.Stream;

/** The commands as an operator gives them, on the running suite. */
final class PartyCommands {

    /** How a command ended, and what it said. */
    record Said(int code, String text) {}

    private final HttpClient http;

    PartyCommands(HttpClient http) {
        this.http = http;
    }

    Said run(String... arguments) {
        return run(http, arguments);
    }

    /** Returns false when the command was done before it was killed. */
    boolean runAndDieAfter(int changes, String... arguments) {
        try {
            run(new DyingHttp(http, changes), arguments);
            return false;
        } catch (DyingHttp.Killed killed) {
            return true;
        }
    }

    private static Said run(HttpClient http, String... arguments) {
        StringWriter said = new StringWriter();
        int code = Operations.run(
                Map.of(
                        "SIAGA_ENDPOINTS",
                        RunningSuite.DATA.resolve("endpoints.json").toString()),
                http,
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                Stream.concat(Stream.of("party"), Stream.of(arguments)).toArray(String[]::new));
        return new Said(code, said.toString());
    }
}
