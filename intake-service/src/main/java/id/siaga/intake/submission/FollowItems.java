// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lets reported items follow what the desk says, and has their reporters told what they can newly see. */
@ApplicationScoped
public class FollowItems {

    private final Reports reports;
    private final TellReporter tellReporter;

    FollowItems(Reports reports, TellReporter tellReporter) {
        this.reports = reports;
        this.tellReporter = tellReporter;
    }

    /**
     * Applies the moves in their order, within the caller's transaction.
     *
     * @throws IntakeRefusal.UnknownReport when a move names a report or item that is not ours
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<ItemMove> moves) {
        Set<UUID> ids = moves.stream().map(ItemMove::reportId).collect(Collectors.toCollection(TreeSet::new));
        Map<UUID, Report> byId = reports.lock(ids).stream().collect(Collectors.toMap(Report::id, Function.identity()));
        tellReporter.tell(moves.stream()
                .flatMap(move -> reportOf(byId, move).follow(move).stream())
                .toList());
    }

    private static Report reportOf(Map<UUID, Report> byId, ItemMove move) {
        Report report = byId.get(move.reportId());
        if (report == null) {
            throw new IntakeRefusal.UnknownReport();
        }
        return report;
    }
}
