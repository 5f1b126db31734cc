// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A durable PostgreSQL with one database per service, each with an owner and an application user of its own. */
final class Postgres {

    static final List<String> DATABASES = List.of("intake", "triage", "notification", "messaging");

    private static final String HOST = "127.0.0.1";
    private static final String SUPERUSER = "postgres";

    private final Path data;
    private final Path programs;
    private final int port;
    private final Secrets secrets;
    private final @Nullable Certificates certificates;
    private final Runnable lost;
    private @Nullable EmbeddedPostgres server;
    private @Nullable ProcessHandle postmaster;

    /**
     * {@code lost} is run when the server ends without having been stopped. With certificates nobody is let in but by TLS,
     * without there is none.
     */
    Postgres(Path data, Path programs, int port, Secrets secrets, @Nullable Certificates certificates, Runnable lost) {
        this.lost = lost;
        this.certificates = certificates;
        this.data = data;
        this.programs = programs;
        this.port = port;
        this.secrets = secrets;
    }

    /** Starts the server on its data directory, which is made when it is not there. */
    synchronized void start() throws IOException, InterruptedException, SQLException {
        if (server != null) {
            return;
        }
        Postmaster.stop(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", superuserPassword())
                // The library's own defaults trade durability for speed; nothing here may be lost.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // As a server of its own would have it: by default a checkpoint comes each few seconds under load, and
                // what is measured is who meets it.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("listen_addresses", HOST)
                .setServerConfig("unix_socket_directories", "");
        if (certificates != null) {
            // The library hands settings over as one line, which a folder with a space in its name would break.
            builder.setServerConfig("ssl", "on")
                    .setServerConfig("ssl_cert_file", fromData(certificates.certificate()))
                    .setServerConfig("ssl_key_file", fromData(certificates.key()));
        }
        server = builder.start();
        prepare(server);
        Postmaster.on(data).ifPresent(this::watch);
    }

    private String fromData(Path file) {
        return data.relativize(file).toString();
    }

    private void watch(ProcessHandle running) {
        postmaster = running;
        var unused = running.onExit().thenAccept(ended -> {
            if (isWanted(ended)) {
                lost.run();
            }
        });
    }

    private synchronized boolean isWanted(ProcessHandle running) {
        return running.equals(postmaster);
    }

    private void prepare(EmbeddedPostgres running) throws SQLException, IOException {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String database : DATABASES) {
                if (!exists(statement, database)) {
                    create(statement, database);
                    try (Connection inside =
                                    running.getDatabase(SUPERUSER, database).getConnection();
                            Statement there = inside.createStatement()) {
                        there.execute("ALTER SCHEMA public OWNER TO " + owner(database));
                        there.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                        there.execute("GRANT USAGE ON SCHEMA public TO " + database);
                    }
                }
            }
            requirePasswords(statement);
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        // The grant is the last step of making a database, so a start that was cut short before it is repeated.
        try (var row = statement.executeQuery(
                "SELECT 1 FROM pg_roles r, pg_database d WHERE r.rolname = '%1$s' AND d.datname = '%1$s'"
                        .formatted(database))) {
            return row.next();
        }
    }

    private void create(Statement statement, String database) throws SQLException {
        String owner = owner(database);
        statement.execute("DROP DATABASE IF EXISTS " + database);
        for (String user : List.of(owner, database)) {
            statement.execute("DROP ROLE IF EXISTS " + user);
            statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(user, password(user)));
        }
        statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        statement.execute("GRANT CONNECT ON DATABASE %1$s TO %1$s".formatted(database));
    }

    /** A new cluster trusts everybody on this machine; from here on only passwords count. */
    private void requirePasswords(Statement statement) throws SQLException, IOException {
        Path rules = data.resolve("pg_hba.conf");
        String onlyPasswords = (certificates == null ? "host" : "hostssl") + " all all " + HOST + "/32 scram-sha-256\n";
        if (!Files.readString(rules).equals(onlyPasswords)) {
            statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(SUPERUSER, superuserPassword()));
            PrivateFiles.write(rules, onlyPasswords);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Stops the server, cutting its connections; it can be started again. */
    synchronized void stop() throws IOException, InterruptedException {
        postmaster = null;
        if (server != null) {
            server.close();
            server = null;
            // The library gives the server five seconds and says nothing when they were not enough.
            Postmaster.stop(data);
        }
    }

    void describe(Properties facts) throws IOException {
        facts.setProperty("postgres.host", HOST);
        facts.setProperty("postgres.port", Integer.toString(port));
        facts.setProperty("postgres.superuser", SUPERUSER);
        facts.setProperty("postgres.superuser-password", superuserPassword());
        facts.setProperty("postgres.data", data.toString());
        facts.setProperty("postgres.bin", bin().toString());
        for (String database : DATABASES) {
            String prefix = "postgres." + database + ".";
            facts.setProperty(prefix + "url", "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, database));
            facts.setProperty(prefix + "owner", owner(database));
            facts.setProperty(prefix + "owner-password", password(owner(database)));
            facts.setProperty(prefix + "app", database);
            facts.setProperty(prefix + "app-password", password(database));
        }
    }

    private Path bin() throws IOException {
        try (Stream<Path> unpacked = Files.list(programs)) {
            return unpacked.map(directory -> directory.resolve("bin"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no PostgreSQL programs under " + programs));
        }
    }

    private static String owner(String database) {
        return database + "_owner";
    }

    private String password(String user) {
        return secrets.of("postgres." + user);
    }

    private String superuserPassword() {
        return password(SUPERUSER);
    }
}
