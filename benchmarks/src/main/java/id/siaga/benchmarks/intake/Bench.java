// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.localstack.LocalStack;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.client.Tokens;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A running intake-service with one report in it, whose rows are known, and a place to write such rows besides. */
final class Bench implements AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final Suite suite;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Tokens tokens;
    private final ReportDatabase database;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final int clients;
    private final String mark = SampleReport.mark();
    private final List<Posts> posts = new ArrayList<>();
    private final List<RawLoop> loops = new ArrayList<>();
    private List<WrittenRow> rows = List.of();
    private long before;

    private Bench(Suite suite, ReportDatabase database, int clients) {
        this.suite = suite;
        this.tokens = new Tokens(suite.tokenEndpoint(), http, Clock.systemUTC());
        this.database = database;
        this.clients = clients;
    }

    static Bench on(LocalStack stack, int clients) throws Exception {
        Suite suite = Suite.read(stack.endpointsFile());
        ReportDatabase database = ReportDatabase.of(
                Objects.requireNonNull(stack.endpoints().postgres().databases().get("intake")), "report.id");
        Bench bench = new Bench(suite, database, clients);
        bench.readRows();
        return bench;
    }

    private void readRows() throws Exception {
        database.holdRelay();
        HttpResponse<String> answer =
                post(Calls.single(), Calls.single().body(mark).getBytes());
        if (answer.statusCode() != Calls.single().expected()) {
            throw new IllegalStateException(
                    "the first report was answered %d %s".formatted(answer.statusCode(), answer.body()));
        }
        rows = database.written(mark);
        database.letRelay();
        database.makeScratch(rows);
        before = database.count("report");
    }

    private HttpResponse<String> post(Posts.Call call, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(suite.resolve(Service.INTAKE, call.path()))
                .header("Authorization", bearer())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", mark)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** The header's value for the next five minutes. */
    String bearer() throws Exception {
        return "Bearer " + token();
    }

    private String token() throws Exception {
        Identity reporter = suite.identity(SampleReport.PARTY);
        return tokens.bearer(reporter, Service.INTAKE);
    }

    /** What one report writes. */
    List<WrittenRow> rows() {
        return rows;
    }

    /** Of that, the report's own row. */
    List<WrittenRow> row() {
        return rows.stream().filter(row -> row.table().equals("report")).toList();
    }

    /** Whether the service takes batches. */
    boolean hasBatches() throws Exception {
        int status = post(Calls.batch(), "{}".getBytes(UTF_8)).statusCode();
        return status != NOT_FOUND && status != NOT_ALLOWED;
    }

    RawLoop loop(String name, List<WrittenRow> written) throws SQLException {
        RawLoop made = new RawLoop(name, database, written, mark, clients);
        loops.add(made);
        return made;
    }

    Posts posts(String name, Posts.Call call) {
        URI service = suite.resolve(Service.INTAKE, "/");
        Posts made = new Posts(name, call, vertx, service, this::token, clients);
        posts.add(made);
        return made;
    }

    OpenLoop openLoop(Sightings sightings) {
        return new OpenLoop(vertx, suite.resolve(Service.INTAKE, "/"), sightings);
    }

    /** Fails when what was accepted is not what is stored. */
    void requireAllStored() throws SQLException {
        long accepted = posts.stream().mapToLong(Posts::accepted).sum();
        long stored = database.count("report") - before;
        if (accepted != stored) {
            throw new IllegalStateException("%d reports were accepted, and %d are stored".formatted(accepted, stored));
        }
    }

    String describe() throws SQLException {
        return "%d processors, JDK %s, PostgreSQL %s (fsync %s, synchronous_commit %s), %d clients; a report writes %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        database.setting("server_version"),
                        database.setting("fsync"),
                        database.setting("synchronous_commit"),
                        clients,
                        rows.stream().map(WrittenRow::table).toList());
    }

    @Override
    public void close() throws SQLException {
        for (RawLoop loop : loops) {
            loop.close();
        }
        database.close();
        http.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
