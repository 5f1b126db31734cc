// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code ./siaga url} and {@code ./siaga token}: what a person with curl needs of a running suite. */
public final class Lookup {

    private Lookup() {}

    /** Prints the address of a service, or a token of somebody for a service; ends with 1 and one line on stderr. */
    public static void main(String... arguments) {
        try {
            System.out.println(answer(arguments));
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println("siaga: " + wrong.getMessage());
            System.exit(1);
        } catch (InterruptedException interrupted) {
            System.exit(130);
        }
    }

    static String answer(String... arguments) throws IOException, InterruptedException {
        Path endpoints = Path.of(System.getProperty("siaga.root", "."), ".siaga", "endpoints.json");
        if (!Files.exists(endpoints)) {
            throw new IllegalArgumentException("the suite is not up; start it with ./siaga up in another terminal");
        }
        return answer(Suite.read(endpoints), arguments);
    }

    static String answer(Suite suite, String... arguments) throws IOException, InterruptedException {
        return switch (arguments.length) {
            case 1 -> suite.resolve(service(arguments[0]), "").toString();
            case 2 -> {
                Tokens tokens = new Tokens(suite.tokenEndpoint(), HttpClient.newHttpClient(), Clock.systemUTC());
                yield tokens.bearer(identity(suite, arguments[0]), service(arguments[1]));
            }
            default -> throw new IllegalArgumentException("try ./siaga url SERVICE or ./siaga token WHO SERVICE");
        };
    }

    private static Identity identity(Suite suite, String name) {
        if (!suite.identities().containsKey(name)) {
            throw new IllegalArgumentException("nobody is called " + name + "; there are "
                    + suite.identities().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return suite.identity(name);
    }

    private static Service service(String name) {
        return Arrays.stream(Service.values())
                .filter(service -> service.scope().equals(name) || service.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service is called " + name + "; there are "
                        + Arrays.stream(Service.values()).map(Service::scope).collect(Collectors.joining(", "))));
    }
}
