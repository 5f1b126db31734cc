// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.intake.batch.ImportResults.Import;
import id.siaga.intake.batch.ImportResults.Result;
import id.siaga.web.Caller;
import id.siaga.web.Problem;
import id.siaga.web.Texts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Takes an import of any length in constant memory. All of it is read and committed, some lines at a time, before the
 * answer begins: a sender that reads nothing before it has sent everything would otherwise block both sides. Sent again
 * under the same key, it goes on where it was: what was taken before is passed over and answered as it was then.
 */
@ApplicationScoped
class ImportReports {

    /** Lines in a transaction: enough to share its cost, few enough to hold no lock for long. */
    private static final int LINES = 500;

    private static final int BYTES = 4 << 20;

    private static final Problem CHANGED = Problem.of(
            422,
            "idempotency-key-reused",
            "The key was used for another body",
            "This import had another line here before. Use a new key for a new import.");

    /**
     * How far an import was read.
     *
     * @param changed the lines that are not the ones that were taken before
     * @param changedProblem what is said of those, as JSON in the language of the request
     */
    record Read(Import which, long lines, BitSet changed, String changedProblem) {}

    private final Pace pace;
    private final TakeLines takeLines;
    private final ImportResults results;
    private final ObjectMapper json;
    private final Texts texts;

    ImportReports(Pace pace, TakeLines takeLines, ImportResults results, ObjectMapper json, Texts texts) {
        this.pace = pace;
        this.takeLines = takeLines;
        this.results = results;
        this.json = json;
        this.texts = texts;
    }

    /**
     * Reads to the end of the body, or to where it breaks off; what was read by then is taken.
     *
     * @throws id.siaga.intake.allowance.AllowanceRefusal 429, when the quota is used up before the end
     */
    Read read(Caller caller, String key, InputStream body) throws IOException {
        Import which = new Import(caller.party(), caller.unit().orElse(""), key);
        ImportLines lines = new ImportLines(body);
        BitSet changed = new BitSet();
        List<ImportLine> open = new ArrayList<>(LINES);
        long last = 0;
        int bytes = 0;
        for (ImportLine line = lines.next(); line != null; line = lines.next()) {
            open.add(line);
            last = line.number();
            bytes += line.bytes().length;
            if (open.size() == LINES || bytes >= BYTES) {
                take(which, caller, open, changed);
                open.clear();
                bytes = 0;
            }
        }
        if (!open.isEmpty()) {
            take(which, caller, open, changed);
        }
        return new Read(which, last, changed, text(texts.in(texts.asked(), CHANGED)));
    }

    // What was taken before was paid for then: whoever goes on after a broken connection waits for nothing.
    private void take(Import which, Caller caller, List<ImportLine> lines, BitSet changed) {
        pace.await(caller, takeLines.fresh(which, lines));
        takeLines.take(which, caller, lines, changed);
    }

    /** Writes what became of each line, a JSON object a line. */
    void write(Read read, OutputStream out) throws IOException {
        for (long first = 1; first <= read.lines(); first += LINES) {
            long from = first;
            List<Result> page = QuarkusTransaction.requiringNew()
                    .call(() -> results.page(read.which(), from, Math.min(from + LINES - 1, read.lines())));
            for (Result result : page) {
                out.write(bytes(line(result, read)));
                out.write('\n');
            }
        }
    }

    private static LineResult line(Result result, Read read) {
        return read.changed().get(Math.toIntExact(result.line()))
                ? new LineResult(result.line(), CHANGED.status(), null, read.changedProblem())
                : new LineResult(result.line(), result.status(), result.reportId(), result.problem());
    }

    private byte[] bytes(LineResult line) throws JsonProcessingException {
        return json.writeValueAsBytes(line);
    }

    private String text(Problem problem) throws JsonProcessingException {
        return json.writeValueAsString(problem);
    }
}
