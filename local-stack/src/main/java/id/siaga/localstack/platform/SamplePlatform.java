// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.platform.conduct.Cast;
import id.siaga.localstack.platform.conduct.OrderWork;
import id.siaga.localstack.platform.conduct.Pace;
import id.siaga.localstack.platform.conduct.Persona;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The far side as a process of its own: it knows the suite by {@code endpoints.json} alone and speaks nothing but HTTP.
 *
 * <p>Arguments: the endpoints file, a folder for its books, the share of calls to fail (0.1), a seed, the cast, and the
 * address of a receiver of the user's own if there is one. It writes
 * {@code address.json} into the folder once it listens, and stops on TERM.
 */
public final class SamplePlatform implements AutoCloseable {
    public static final String LEDGER = "ledger.ndjson";
    public static final String RECEIPTS = "receipts.ndjson";
    public static final String ADDRESS = "address.json";

    private final Doors doors;
    private final AttemptLog attempts;
    private final OrderWork work;
    private final WebhookLedger ledger;
    private final Receipts receipts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SamplePlatform(Doors doors, AttemptLog attempts, OrderWork work, WebhookLedger ledger, Receipts receipts) {
        this.doors = doors;
        this.attempts = attempts;
        this.work = work;
        this.ledger = ledger;
        this.receipts = receipts;
    }

    /**
     * Registers whom it stands for, opens its doors, repeats the challenges and takes up what was left open. With {@code receiver}, the platforms'
     * webhooks go there, and they learn of them from the suite's log of attempts.
     */
    public static SamplePlatform start(
            Suite suite,
            Path folder,
            Misfortune misfortune,
            Cast cast,
            Pace pace,
            @Nullable OwnReceiver receiver,
            Backoff backoff,
            Clock clock)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Receipts receipts = new Receipts(folder.resolve(RECEIPTS));
        WebhookLedger ledger = new WebhookLedger(folder.resolve(LEDGER));
        Api api = new Api(suite, receipts, backoff, clock);
        Registrations registrations = new Registrations(api, folder.resolve(OwnReceiver.REGISTRATIONS));
        OrderWork work = new OrderWork(api, ledger::knowsOrder, cast, pace, clock);
        Doors doors = Doors.bind(formerPort(folder));
        AttemptLog attempts = new AttemptLog(api, registrations, ledger, work::take);
        SamplePlatform platform = new SamplePlatform(doors, attempts, work, ledger, receipts);
        try {
            for (Persona persona : Persona.values()) {
                boolean anew = persona.ownsEndpoint() && registrations.ensure(persona, url(persona, doors, receiver));
                if (receiver != null && persona.isPlatform() && persona.ownsEndpoint()) {
                    attempts.follow(persona);
                }
                if (persona.isPlatform()) {
                    work.resume(persona, !anew);
                }
            }
        } catch (RuntimeException | IOException e) {
            platform.close();
            throw e;
        }
        doors.open(
                new WebhookReceiver(registrations::secret, ledger, misfortune, work::take, cast, pace, clock),
                persona -> work.resume(persona, true));
        try {
            for (Persona persona : Persona.values()) {
                registrations.awaitVerified(persona);
            }
        } catch (RuntimeException | InterruptedException e) {
            platform.close();
            throw e;
        }
        announce(folder, doors.address());
        return platform;
    }

    public URI address() {
        return doors.address();
    }

    /** Stops taking calls, finishes the work in hand, closes the books. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            doors.close();
            attempts.close();
            work.close();
            ledger.close();
            receipts.close();
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Suite suite = Suite.read(Path.of(args[0]));
        long seed = Long.parseLong(args[3]);
        Misfortune misfortune = new Misfortune(Double.parseDouble(args[2]), seed);
        Cast cast = Cast.valueOf(args[4]);
        Pace pace = new Pace(cast, seed);
        // Its JDK server otherwise waits 40 ms before each answer (Nagle against delayed ACK).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            OwnReceiver receiver = args.length > 5 ? OwnReceiver.at(args[5]) : null;
            SamplePlatform platform = start(
                    suite, Path.of(args[1]), misfortune, cast, pace, receiver, Backoff.patient(), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            System.out.println("the sample platform listens at " + platform.address());
        } catch (RuntimeException e) {
            System.err.println("the sample platform could not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static String url(Persona persona, Doors doors, @Nullable OwnReceiver receiver) {
        return receiver != null && persona.isPlatform()
                ? receiver.url(persona)
                : doors.address().resolve("/webhooks/" + persona.party()).toString();
    }

    private static int formerPort(Path folder) throws IOException {
        Path address = folder.resolve(ADDRESS);
        if (!Files.exists(address)) {
            return 0;
        }
        String url =
                Json.parseLeniently(Files.readAllBytes(address)).path("url").asText();
        return url.isEmpty() ? 0 : URI.create(url).getPort();
    }

    private static void announce(Path folder, URI address) throws IOException {
        Path fresh = folder.resolve(ADDRESS + ".new");
        Files.write(
                fresh,
                Json.bytes(Json.object()
                        .put("url", address.toString())
                        .put("pid", ProcessHandle.current().pid())));
        Files.move(fresh, folder.resolve(ADDRESS), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
