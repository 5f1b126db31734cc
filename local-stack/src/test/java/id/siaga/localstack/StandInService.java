// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program that stands where a packaged service would: it is ready at once and says when it ends. */
final class StandInService {

    private static final String CLASS_FILE = "id/siaga/localstack/StandInService.class";

    private StandInService() {}

    /** Lays out a checkout whose services are all stand-ins. */
    static void packageAllIn(Path root) throws IOException {
        for (String service : List.of("intake-service", "triage-service", "notification-service")) {
            Path folder = Files.createDirectories(root.resolve(service).resolve("target/quarkus-app"));
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
            try (JarOutputStream jar =
                            new JarOutputStream(Files.newOutputStream(folder.resolve("quarkus-run.jar")), manifest);
                    InputStream code = StandInService.class.getResourceAsStream("/" + CLASS_FILE)) {
                jar.putNextEntry(new JarEntry(CLASS_FILE));
                code.transferTo(jar);
            }
        }
    }

    public static void main(String... arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(System.getenv("QUARKUS_MANAGEMENT_HOST"), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        int apiPort = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer api = HttpServer.create(new InetSocketAddress(System.getenv("QUARKUS_HTTP_HOST"), apiPort), 0);
        // Whatever is asked for or sent, such as competences, there is none or it is taken.
        api.createContext("/", exchange -> {
            byte[] nothing = {'{', '}'};
            exchange.sendResponseHeaders(200, nothing.length);
            exchange.getResponseBody().write(nothing);
            exchange.close();
        });
        api.start();
    }
}
