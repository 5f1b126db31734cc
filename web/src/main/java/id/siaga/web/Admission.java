// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whom this service lets in: the parties of its settings, and those that operators have admitted, as the latest word on each
 * stands. Every request asks, so the answer is kept in memory, and read anew every {@link IssuerTrust#standingsReadEvery()}.
 */
@ApplicationScoped
public class Admission {

    private static final Logger LOG = Logger.getLogger(Admission.class);

    private final IssuerTrust trust;
    private final Standings standings;
    private final Semaphore stop = new Semaphore(0);
    private final Thread loop = Thread.ofPlatform().name("admission").unstarted(this::run);

    /** Nothing is known, and nobody let in, before it was read once. */
    private volatile @Nullable Map<String, StandingView> known;

    Admission(IssuerTrust trust, Standings standings) {
        this.trust = trust;
        this.standings = standings;
    }

    void start(@Observes StartupEvent event) {
        look();
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.release();
        loop.join(TimeUnit.SECONDS.toMillis(5));
    }

    /** Whether somebody may still call who was let in a while ago. */
    public boolean admits(Caller caller) {
        return admits(caller.party(), caller.roles());
    }

    /** Whether a token may name this party with these roles. */
    boolean admits(String party, Set<String> roles) {
        Map<String, StandingView> read = known;
        if (read == null || !trust.roles().containsAll(roles)) {
            return false;
        }
        StandingView said = read.get(party);
        return said == null
                ? trust.parties().contains(party)
                : said.standing() == Standing.ADMITTED && said.roles().containsAll(roles);
    }

    /** Whether a party is suspended or has left, as the database says at this moment. */
    public boolean excludes(String party) {
        try {
            return standings.of(party, 1).stream().anyMatch(said -> said.standing() != Standing.ADMITTED);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /**
     * Reads now what this replica has just written. One after the other: whoever began to read before it was written must not
     * have the last word.
     */
    synchronized void look() {
        try {
            known = standings.current();
        } catch (SQLException failure) {
            LOG.warn("How parties stand could not be read and is read again", failure);
        }
    }

    private void run() {
        try {
            while (!stop.tryAcquire(trust.standingsReadEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
