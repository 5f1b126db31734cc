// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.stack;

import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.machine.Processors;
import id.siaga.benchmarks.machine.Surroundings;
import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Round;
import id.siaga.benchmarks.measure.Rounds;
import id.siaga.benchmarks.measure.WarmUp;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.Replica;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Suite;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Services as they are delivered, in a stack of their own, and what somebody needs who measures them. */
public final class MeasuredStack implements AutoCloseable {

    private final Options options;
    private final PrintStream out;
    private final StackOptions wanted;
    private final LocalStack stack;

    private MeasuredStack(Options options, PrintStream out, StackOptions wanted) {
        this.options = options;
        this.out = out;
        this.wanted = wanted;
        this.stack = LocalStack.start(wanted);
    }

    /** Starts it on fresh data, or on what the last run left if that is asked for. */
    public static MeasuredStack of(Options options, PrintStream out, String... services) {
        return of(options, out, Map.of(), services);
    }

    /**
     * As above.
     *
     * @param settings environment variables that each service is given besides its own
     */
    public static MeasuredStack of(Options options, PrintStream out, Map<String, String> settings, String... services) {
        StackOptions wanted = StackOptions.ofThisCheckout()
                .withFreshData(options.fresh())
                .withServices(new ServiceOptions(List.of(services), true, settings))
                .withProgress(out::println);
        return new MeasuredStack(options, out, wanted);
    }

    /** The folder that it keeps everything in. */
    public Path data() {
        return wanted.data();
    }

    public Suite suite() throws IOException {
        return Suite.read(stack.endpointsFile());
    }

    public String brokers() {
        return stack.endpoints().kafka().bootstrapServers();
    }

    /** Where a service tells of itself. */
    public Endpoints.Service service(String name) {
        return Objects.requireNonNull(stack.endpoints().services().get(name));
    }

    public Endpoints.Database database(String name) {
        return Objects.requireNonNull(stack.endpoints().postgres().databases().get(name));
    }

    /** One more process of a service, which whoever has asked for it ends. */
    public Replica replicate(String service, String name) throws InterruptedException {
        return stack.replicate(service, name);
    }

    public Processors processors() throws IOException {
        return Surroundings.processors(wanted.data());
    }

    /** Warms each of them up, and lets them take turns; what each did is by its name, one entry a round. */
    public Map<String, List<Round>> compare(Contestant... contestants) throws Exception {
        for (Contestant contestant : contestants) {
            WarmUp.of(contestant, out::println);
        }
        return new Rounds(processors(), out::println)
                .take(List.of(contestants), options.rounds(), Duration.ofSeconds(options.secondsOr(Options.TURN)));
    }

    /** What all of it runs on, in one line. */
    public String describe(String database) throws SQLException {
        Endpoints.Database seen = database(database);
        try (Connection connection = DriverManager.getConnection(seen.url(), seen.owner(), seen.ownerPassword())) {
            return "%d processors, JDK %s, PostgreSQL %s (fsync %s, synchronous_commit %s)"
                    .formatted(
                            Runtime.getRuntime().availableProcessors(),
                            Runtime.version(),
                            setting(connection, "server_version"),
                            setting(connection, "fsync"),
                            setting(connection, "synchronous_commit"));
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
