// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.web.Caller;
import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import id.siaga.web.RequestProblems;
import id.siaga.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Accepts or refuses many reports, each for itself, in one transaction. */
@ApplicationScoped
public class AcceptReports {

    /** What became of one report. */
    public sealed interface Verdict {

        /** It is stored, or was added to what its party had reported before. */
        record Accepted(UUID reportId, boolean created, List<Repeat> supplemented) implements Verdict {}

        /** It is wrong, and why. */
        record Refused(Problem problem) implements Verdict {}
    }

    private final ObjectMapper json;
    private final Validator validator;
    private final CheckReport check;
    private final SubmitReport submit;
    private final Texts texts;

    AcceptReports(ObjectMapper json, Validator validator, CheckReport check, SubmitReport submit, Texts texts) {
        this.json = json;
        this.validator = validator;
        this.check = check;
        this.submit = submit;
        this.texts = texts;
    }

    /**
     * Takes what is sound.
     *
     * @param reports each the JSON of one report, as it would be sent alone; the verdicts are in the same order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Verdict> accept(Caller caller, List<byte[]> reports) {
        Sender sender = Sender.of(caller);
        List<Checked> checked =
                reports.stream().map(report -> check(report, sender)).toList();
        List<Sending> sound = checked.stream()
                .flatMap(one ->
                        one instanceof Checked.Sound it ? Stream.of(Sending.of(sender, it.draft())) : Stream.empty())
                .toList();
        Iterator<Submitted> submitted = sound.isEmpty()
                ? Collections.emptyIterator()
                : submit.submit(sound).iterator();
        return checked.stream().map(one -> verdict(one, submitted)).toList();
    }

    private Verdict verdict(Checked checked, Iterator<Submitted> submitted) {
        return switch (checked) {
            case Checked.Wrong wrong -> new Verdict.Refused(texts.in(texts.asked(), wrong.problem()));
            case Checked.Sound sound -> {
                Submitted next = submitted.next();
                yield new Verdict.Accepted(next.reportId(), next.stored() != null, next.repeats());
            }
        };
    }

    private sealed interface Checked {

        record Sound(ReportDraft draft) implements Checked {}

        record Wrong(Problem problem) implements Checked {}
    }

    private Checked check(byte[] report, Sender sender) {
        try {
            ReportRequest request = json.readValue(report, ReportRequest.class);
            if (request == null) {
                return new Checked.Wrong(Problem.invalid("", "a body is required"));
            }
            Set<ConstraintViolation<ReportRequest>> violations = validator.validate(request);
            return violations.isEmpty()
                    ? new Checked.Sound(check.check(request, sender))
                    : new Checked.Wrong(RequestProblems.of(violations));
        } catch (JsonProcessingException malformed) {
            return new Checked.Wrong(RequestProblems.of(malformed));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        } catch (Refusal refusal) {
            return new Checked.Wrong(refusal.problem());
        }
    }
}
