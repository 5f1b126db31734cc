// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak from its own distribution: unpacked and built once, then started from the built directory. It is run without
 * its shell script, which would stay between us and the JVM that has to be stopped.
 */
final class Keycloak {

    static final String NAME = "keycloak";

    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=false");

    private final Folder folder;
    private final int port;
    private final Realm realm;
    private final Path distribution;

    /** @param distribution the zip file as Keycloak releases it */
    Keycloak(Folder folder, int port, Realm realm, Path distribution) {
        this.folder = folder;
        this.port = port;
        this.realm = realm;
        this.distribution = distribution;
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:%d/realms/%s".formatted(port, Realm.NAME));
    }

    URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** Unpacks and builds the server unless that was done before. */
    void prepare(Progress progress, ChildProcesses processes) throws Exception {
        if (Files.exists(built())) {
            return;
        }
        Path home = home();
        progress.during("unpacking Keycloak", () -> {
            Folder.delete(home);
            Archive.unpack(distribution, folder.programs());
        });
        progress.during("building Keycloak, once", () -> {
            List<String> command = command(List.of());
            command.add("build");
            command.addAll(BUILD_OPTIONS);
            int exitCode = processes.run(ChildProcesses.Kind.IDENTITY, "keycloak-build", command);
            if (exitCode != 0) {
                throw new StackFailure("Keycloak cannot be built (exit code %d), see %s"
                        .formatted(exitCode, folder.log("keycloak-build")));
            }
            Files.createFile(built());
        });
    }

    /** Starts the server and returns when the realm answers. */
    void start(ChildProcesses processes) throws IOException, InterruptedException {
        boolean isFirstStart = !Files.exists(imported());
        if (isFirstStart) {
            Folder.delete(data());
            PrivateFiles.write(realmFile(), realm.toJson());
        }
        try {
            Process process = processes.spawn(ChildProcesses.Kind.IDENTITY, NAME, Map.of(), startCommand(isFirstStart));
            URI realmAddress = URI.create(issuer() + "/.well-known/openid-configuration");
            Readiness.await("Keycloak", process, realmAddress, folder.log(NAME));
        } finally {
            // It holds every secret of the realm.
            Files.deleteIfExists(realmFile());
        }
        if (isFirstStart) {
            Files.createFile(imported());
        }
    }

    private List<String> startCommand(boolean isFirstStart) {
        List<String> command = command(List.of(
                // A dump of the loaded classes, made at the first stop, halves the time of later starts.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + home().resolve("classes.jsa"),
                "-Xlog:disable"));
        command.addAll(List.of("start", "--optimized"));
        if (isFirstStart) {
            command.add("--import-realm");
        }
        command.addAll(List.of(
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://127.0.0.1:" + port,
                "--db-url=jdbc:h2:file:" + data().resolve("database") + ";NON_KEYWORDS=VALUE"));
        return command;
    }

    private List<String> command(List<String> jvmOptions) {
        Path home = home();
        List<String> command = new ArrayList<>();
        command.add(Jvm.java());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms128m", "-Xmx512m"));
        command.addAll(jvmOptions);
        Stream.of("java.util", "java.util.concurrent", "java.security", "java.lang")
                .forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en",
                "-Duser.country=US",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }

    private Path data() {
        return folder.data().resolve(NAME);
    }

    private Path imported() {
        return data().resolve("imported");
    }

    /** Keycloak imports what lies there. */
    private Path realmFile() {
        return home().resolve("data/import/realm.json");
    }

    /** The release unpacks to a folder of its own name. */
    private Path home() {
        String release = distribution
                .getFileName()
                .toString()
                .replaceFirst("\\.zip$", "")
                .replace("-quarkus-dist", "");
        return folder.programs().resolve(release);
    }

    private Path built() {
        return home().resolve(".built");
    }
}
