// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import id.siaga.intake.content.ContentKeys;
import id.siaga.intake.content.Reading;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads stored items by today's rules. A stored key is never recomputed in place: where today's key is another one, the two
 * are recorded as aliases, so that later reports find the content that earlier ones named.
 */
@ApplicationScoped
public class Rekey {

    private static final int BATCH = 500;

    private record Pair(String stored, String today) {}

    private final ContentKeys keys;
    private final Aliases aliases;
    private final StoredKeys stored;
    private final RekeyLock lock;
    private final Clock clock;

    Rekey(ContentKeys keys, Aliases aliases, StoredKeys stored, RekeyLock lock, Clock clock) {
        this.keys = keys;
        this.aliases = aliases;
        this.stored = stored;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Reads all items that older rules keyed, batch by batch; a run that was stopped goes on after its last batch.
     *
     * @return what was done, or nothing when another run is under way
     */
    public Optional<RekeyCounts> run() {
        return lock.alone(() -> {
            QuarkusTransaction.requiringNew().run(() -> stored.begin(keys.ruleVersion(), clock.instant()));
            while (QuarkusTransaction.requiringNew().call(this::batch)) {
                // the batch has committed, and with it how far we are
            }
            return QuarkusTransaction.requiringNew().call(() -> stored.finish(keys.ruleVersion(), clock.instant()));
        });
    }

    private boolean batch() {
        List<StoredKeys.Item> items = stored.next(keys.ruleVersion(), BATCH);
        if (items.isEmpty()) {
            return false;
        }
        Set<Pair> seen = new HashSet<>();
        long differing = 0;
        long refused = 0;
        long recorded = 0;
        for (StoredKeys.Item item : items) {
            switch (read(item)) {
                case Reading.Refused ignored -> refused++;
                case Reading.Keyed keyed -> {
                    Pair pair = new Pair(item.key(), keyed.key().text());
                    if (!pair.stored().equals(pair.today())) {
                        differing++;
                        recorded += seen.add(pair) && join(pair) ? 1 : 0;
                    }
                }
            }
        }
        stored.advance(
                new RekeyCounts(keys.ruleVersion(), items.size(), differing, refused, recorded),
                items.getLast().id());
        return true;
    }

    private Reading read(StoredKeys.Item item) {
        return item.url() != null ? keys.ofUrl(item.url()) : keys.ofText(Objects.requireNonNull(item.text()));
    }

    /** The key that was known first stands for both. */
    private boolean join(Pair pair) {
        List<String> both = List.of(pair.stored(), pair.today());
        Map<String, String> representatives = aliases.resolve(both);
        String first =
                stored.firstReported(both.stream().map(representatives::get).toList());
        String other = first.equals(representatives.get(pair.stored())) ? pair.today() : pair.stored();
        return aliases.join(other, first, AliasSource.REKEY, clock.instant());
    }
}
