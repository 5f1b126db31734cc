// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.order.answer.OrderAnswer;
import id.siaga.triage.record.Actor;
import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import id.siaga.web.RequestProblems;
import id.siaga.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes many answers of a platform, each in a transaction of its own: one that is wrong, or fails, keeps no other back. */
@ApplicationScoped
public class AnswerOrders {

    private static final Logger LOG = Logger.getLogger(AnswerOrders.class);

    private final AnswerOrder answers;
    private final ObjectMapper json;
    private final Validator validator;
    private final Texts texts;

    AnswerOrders(AnswerOrder answers, ObjectMapper json, Validator validator, Texts texts) {
        this.answers = answers;
        this.json = json;
        this.validator = validator;
        this.texts = texts;
    }

    /**
     * Takes or refuses each.
     *
     * @param sent each the JSON of one answer; what becomes of them is told in the same order
     */
    public AnswersView answer(List<JsonNode> sent, Actor by) {
        List<AnswersView.Result> results = new ArrayList<>(sent.size());
        for (JsonNode one : sent) {
            results.add(answer(results.size(), one, by));
        }
        return new AnswersView(results);
    }

    private AnswersView.Result answer(int index, JsonNode sent, Actor by) {
        OrderAnswer answer;
        try {
            answer = json.readValue(sent.toString(), OrderAnswer.class);
        } catch (JsonProcessingException e) {
            return refused(index, null, RequestProblems.of(e));
        }
        if (answer == null) {
            return refused(index, null, Problem.invalid("", "a body is required"));
        }
        Set<ConstraintViolation<OrderAnswer>> violations = validator.validate(answer);
        if (!violations.isEmpty()) {
            return refused(index, answer.orderId(), RequestProblems.of(violations));
        }
        try {
            OrderStatus status = answers.answer(answer.orderId(), answer.request(), by);
            return new AnswersView.Result(index, 200, answer.orderId(), status, null);
        } catch (Refusal refusal) {
            return refused(index, answer.orderId(), refusal.problem());
        } catch (RuntimeException fault) {
            // What was taken before it is taken; the platform has to know which one was not.
            String reference = UUID.randomUUID().toString();
            LOG.errorf(fault, "An answer of many failed, reference %s", reference);
            return refused(
                    index,
                    answer.orderId(),
                    Problem.of(500, "internal", "Something failed on our side", "Nothing was changed. Try again.")
                            .with("reference", reference));
        }
    }

    private AnswersView.Result refused(int index, @Nullable UUID orderId, Problem problem) {
        return new AnswersView.Result(index, problem.status(), orderId, null, texts.in(texts.asked(), problem));
    }
}
