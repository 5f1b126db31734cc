// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.intake.batch.ImportResults.Import;
import id.siaga.intake.batch.ImportResults.Result;
import id.siaga.intake.submission.AcceptReports;
import id.siaga.intake.submission.AcceptReports.Verdict;
import id.siaga.web.Caller;
import id.siaga.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** Takes a few lines of an import in one transaction, each of them once: the reports, and what became of the lines. */
@ApplicationScoped
class TakeLines {

    private final ImportResults results;
    private final AcceptReports accept;
    private final ObjectMapper json;
    private final Clock clock;

    TakeLines(ImportResults results, AcceptReports accept, ObjectMapper json, Clock clock) {
        this.results = results;
        this.accept = accept;
        this.json = json;
        this.clock = clock;
    }

    /** How many of these lines, which follow each other, were not taken before. */
    @Transactional
    int fresh(Import which, List<ImportLine> lines) {
        Map<Long, byte[]> taken = taken(which, lines);
        return Math.toIntExact(
                lines.stream().filter(line -> !taken.containsKey(line.number())).count());
    }

    private Map<Long, byte[]> taken(Import which, List<ImportLine> lines) {
        return results.taken(which, lines.getFirst().number(), lines.getLast().number());
    }

    /**
     * Takes lines that follow each other.
     *
     * @param changed where lines are noted that the import had with other content before; nothing is done about those
     */
    @Transactional
    void take(Import which, Caller caller, List<ImportLine> lines, BitSet changed) {
        results.lock(which);
        Map<Long, byte[]> taken = taken(which, lines);
        List<ImportLine> fresh = new ArrayList<>(lines.size());
        for (ImportLine line : lines) {
            byte[] before = taken.get(line.number());
            if (before == null) {
                fresh.add(line);
            } else if (!Arrays.equals(before, line.digest())) {
                changed.set(Math.toIntExact(line.number()));
            }
        }
        if (!fresh.isEmpty()) {
            results.store(which, accepted(caller, fresh), clock.instant());
        }
    }

    private List<Result> accepted(Caller caller, List<ImportLine> lines) {
        List<Verdict> verdicts = accept.accept(
                caller,
                lines.stream()
                        .filter(line -> !line.tooLong())
                        .map(ImportLine::bytes)
                        .toList());
        var next = verdicts.iterator();
        return lines.stream()
                .map(line -> line.tooLong()
                        ? refused(line, Problem.of(413, "too-large", "The line is too long"))
                        : result(line, next.next()))
                .toList();
    }

    private Result result(ImportLine line, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted ->
                new Result(line.number(), line.digest(), accepted.created() ? 201 : 200, accepted.reportId(), null);
            case Verdict.Refused refused -> refused(line, refused.problem());
        };
    }

    private Result refused(ImportLine line, Problem problem) {
        return new Result(line.number(), line.digest(), problem.status(), null, write(problem));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem of our own cannot be written", e);
        }
    }
}
