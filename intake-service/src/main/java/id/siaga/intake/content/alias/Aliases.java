// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which keys are of one content, and which of them stands for all. */
@ApplicationScoped
public class Aliases {

    private final AliasTable table;

    Aliases(AliasTable table) {
        this.table = table;
    }

    /** Each key's representative, in one round trip; a key without an alias represents itself. */
    @Transactional
    public Map<String, String> resolve(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<String, String> found = table.representatives(keys);
        return keys.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), key -> found.getOrDefault(key, key)));
    }

    /**
     * Records that two keys are of one content. What stands for {@code to} then stands for both, and for all that had
     * been joined to either before; saying it twice, or the other way round, changes nothing more.
     *
     * @return whether this was news
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean join(String from, String to, AliasSource source, Instant recordedAt) {
        table.lock();
        Map<String, String> representatives = resolve(List.of(from, to));
        String loser = representatives.getOrDefault(from, from);
        String winner = representatives.getOrDefault(to, to);
        if (loser.equals(winner)) {
            return false;
        }
        table.point(loser, winner, source, recordedAt);
        return true;
    }
}
