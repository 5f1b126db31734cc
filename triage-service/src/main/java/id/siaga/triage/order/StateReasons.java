// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.category.Category;
import id.siaga.triage.order.answer.Outcome;
import id.siaga.triage.order.statement.DsaCategory;
import id.siaga.triage.order.statement.DsaMeasure;
import id.siaga.triage.order.statement.StatementOfReasons;
import id.siaga.triage.order.withdrawal.Withdrawal;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** States the reasons for what a platform did, for each locator that it restricted. */
@ApplicationScoped
public class StateReasons {

    private static final int GROUND = 500;
    private static final int EXPLANATION = 2000;
    private static final Map<String, String> TYPES = Map.of(
            "video", "CONTENT_TYPE_VIDEO",
            "clip", "CONTENT_TYPE_VIDEO",
            "live", "CONTENT_TYPE_VIDEO",
            "broadcast", "CONTENT_TYPE_VIDEO",
            "photo", "CONTENT_TYPE_IMAGE",
            "sound", "CONTENT_TYPE_AUDIO",
            "article", "CONTENT_TYPE_TEXT");
    private static final String OTHER_TYPE = "CONTENT_TYPE_OTHER";

    private final Orders orders;
    private final Withdrawals withdrawals;

    StateReasons(Orders orders, Withdrawals withdrawals) {
        this.orders = orders;
        this.withdrawals = withdrawals;
    }

    /**
     * The statements of an order.
     *
     * @param party whose order it must be; null for the desk
     */
    @Transactional
    public List<StatementOfReasons> of(@Nullable String party, UUID id) {
        Order order = orders.find(party, id).orElseThrow(TriageRefusal.NotFound::new);
        List<Withdrawal.Reinstatement> undone =
                withdrawals.of(id).map(Withdrawal::reinstatements).orElse(List.of());
        List<StatementOfReasons> statements = new ArrayList<>();
        for (OrderLocator locator : order.locators()) {
            Outcome outcome = locator.outcome();
            if (outcome != null) {
                DsaMeasure.of(outcome.result())
                        .map(measure -> statement(order, locator, outcome, measure, end(locator, undone)))
                        .ifPresent(statements::add);
            }
        }
        return statements;
    }

    private static @Nullable LocalDate end(OrderLocator locator, List<Withdrawal.Reinstatement> undone) {
        return undone.stream()
                .filter(one -> one.locatorId().equals(locator.id()))
                .flatMap(one -> Stream.ofNullable(one.undone()))
                .map(one -> day(one.at()))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static StatementOfReasons statement(
            Order order, OrderLocator locator, Outcome outcome, DsaMeasure measure, @Nullable LocalDate end) {
        Asked asked = order.asked();
        Grounds grounds = asked.grounds();
        boolean illegal = illegal(asked.instrument());
        DsaCategory category = DsaCategory.ofCode(asked.category());
        String kind = kind(locator);
        List<String> types = types(kind, asked.category());
        return new StatementOfReasons(
                locator.id().toString(),
                measure.visibility() == null ? List.of() : List.of(measure.visibility()),
                measure.account(),
                illegal ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
                illegal ? cut(law(grounds), GROUND) : null,
                illegal ? cut(grounds.reasons(), EXPLANATION) : null,
                illegal ? null : cut(terms(grounds, outcome), GROUND),
                illegal ? null : cut(grounds.reasons(), EXPLANATION),
                types,
                types.contains(OTHER_TYPE) ? kind : null,
                category.code(),
                category.keywords(),
                outcome.territories().isEmpty() ? grounds.territorialScope() : outcome.territories(),
                day(Objects.requireNonNull(outcome.actedAt(), "of every restriction it is known when")),
                end,
                grounds.reasons(),
                source(asked.instrument()),
                // Persons reported it, and two of them decided.
                "No",
                "AUTOMATED_DECISION_NOT_AUTOMATED");
    }

    /** Whether the platform is told that the law is broken, or its own terms. */
    private static boolean illegal(Instrument instrument) {
        return switch (instrument) {
            case REFERRAL -> false;
            case NOTICE, ORDER -> true;
        };
    }

    private static String source(Instrument instrument) {
        return switch (instrument) {
            case NOTICE -> "SOURCE_ARTICLE_16";
            case REFERRAL, ORDER -> "SOURCE_TYPE_OTHER_NOTIFICATION";
        };
    }

    private static String law(Grounds grounds) {
        return grounds.lawInstrument() + ", " + grounds.lawArticle();
    }

    /** As the platform names what was broken, or else as the desk did. */
    private static String terms(Grounds grounds, Outcome outcome) {
        return outcome.ground() != null
                ? outcome.ground()
                : Objects.requireNonNullElse(grounds.terms(), "Terms of service");
    }

    /** The middle part of a content key; a key that is a URL has none. */
    private static String kind(OrderLocator locator) {
        String[] parts = locator.contentKey().split(":", 3);
        return parts.length == 3 && !parts[1].startsWith("/") ? parts[1].toLowerCase(Locale.ROOT) : "web page";
    }

    private static List<String> types(String kind, String category) {
        String type = TYPES.getOrDefault(kind, OTHER_TYPE);
        return category.equals(Category.ELECTION_SYNTHETIC_MEDIA.code())
                ? List.of(type, "CONTENT_TYPE_SYNTHETIC_MEDIA")
                : List.of(type);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
