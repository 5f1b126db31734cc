// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import id.siaga.localstack.Endpoints;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Table;
import id.siaga.localstack.platform.PlatformProcess;
import java.nio.file.Path;

/** What a newcomer can try next, while the suite stays up. */
final class Invitation {
    private final Narrator narrator;
    private final Endpoints endpoints;
    private final Path file;
    private final PlatformProcess platform;

    Invitation(Narrator narrator, Endpoints endpoints, Path file, PlatformProcess platform) {
        this.narrator = narrator;
        this.endpoints = endpoints;
        this.file = file;
        this.platform = platform;
    }

    void print() {
        narrator.heading("The suite stays up; Ctrl-C stops it");
        Table table = new Table("service", "API documentation", "OpenAPI");
        endpoints.services().forEach((name, service) -> table.row(name, service.swaggerUi(), service.openapi()));
        table.lines().forEach(narrator::plain);
        narrator.plain("");
        narrator.plain("  Addresses, clients and secrets: " + file);
        narrator.plain("  Ledger of the far side:         " + platform.ledger());
        narrator.plain("  Logs:                           " + endpoints.logs());
        narrator.plain("");
        narrator.plain("  A token for a reporter (scope intake, triage or notification names the service it is for):");
        narrator.plain("");
        narrator.plain("    curl -s " + endpoints.tokenEndpoint() + " \\");
        narrator.plain("      -d grant_type=client_credentials -d scope=intake -d client_id=mafindo -d client_secret=<"
                + "clients.mafindo.clientSecret in the file above>");
        narrator.plain("");
        narrator.plain("  A token for a person of the duty desk:");
        narrator.plain("");
        narrator.plain("    curl -s " + endpoints.tokenEndpoint() + " \\");
        narrator.plain(
                "      -d grant_type=password -d scope=triage -d client_id=siaga-desk -d username=ratna -d password=<"
                        + "persons.ratna.password in the file above>");
    }
}
