// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.platform.conduct.Persona;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where a user wants the webhooks of the sample platforms.
 *
 * @param template an http or https address; {@code {party}} in it becomes the platform's party
 */
public record OwnReceiver(String template) {

    static final String REGISTRATIONS = "registrations.json";

    private static final String PARTY = "{party}";

    /** Throws IllegalArgumentException with a sentence for the person who typed. */
    public static OwnReceiver at(String template) {
        String problem = "--platform-url needs an http or https address, not " + template;
        try {
            URI url = new URI(template.replace(PARTY, "party"));
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw new IllegalArgumentException(problem);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(problem, e);
        }
        return new OwnReceiver(template);
    }

    String url(Persona persona) {
        return template.replace(PARTY, persona.party());
    }

    /** Registers every platform that has an endpoint; returns the file that holds the signing secrets. */
    public Path register(Path endpointsFile, Path data, Clock clock) throws IOException {
        Path folder = data.resolve("data").resolve("sample-platform");
        Files.createDirectories(folder);
        Path secrets = folder.resolve(REGISTRATIONS);
        try (Receipts receipts = new Receipts(folder.resolve(SamplePlatform.RECEIPTS))) {
            Api api = new Api(Suite.read(endpointsFile), receipts, Backoff.patient(), clock);
            Registrations registrations = new Registrations(api, secrets);
            for (Persona persona : Persona.values()) {
                if (persona.isPlatform() && persona.ownsEndpoint()) {
                    registrations.ensure(persona, url(persona));
                }
            }
        }
        return secrets;
    }
}
