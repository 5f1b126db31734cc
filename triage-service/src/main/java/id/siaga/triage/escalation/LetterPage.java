// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.category.Category;
import id.siaga.triage.escalation.obligation.Obligation;
import id.siaga.triage.escalation.obligation.Obligations;
import id.siaga.triage.order.LegalBasis;
import id.siaga.triage.order.OwedOrder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes letters, all of them by one template, in whose place of a value nothing but text can stand. */
@ApplicationScoped
class LetterPage {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'WIB'", Locale.ROOT);

    private final Obligations obligations;

    LetterPage(Obligations obligations) {
        this.obligations = obligations;
    }

    /** The templates of letters. */
    @CheckedTemplate
    static final class Templates {

        private Templates() {}

        static native TemplateInstance letter(LetterWords words, LetterFacts facts);
    }

    String write(
            Letter letter,
            int number,
            OwedOrder order,
            @Nullable String reasonsOfPlatform,
            @Nullable Instant deadline,
            Language language) {
        LetterWords words = LetterWords.in(language);
        LegalBasis law = order.grounds().legalBasis();
        return Templates.letter(
                        words,
                        new LetterFacts(
                                title(letter, words),
                                order.platform(),
                                order.id().toString(),
                                number,
                                order.category(),
                                located(order),
                                order.grounds().reasons(),
                                law == null ? "" : law.instrument() + ", " + law.article(),
                                time(order.issuedAt()),
                                time(order.receivedAt()),
                                time(order.legalDue()),
                                time(order.answeredAt()),
                                imposed(letter),
                                reasonsOfPlatform == null ? "" : reasonsOfPlatform,
                                time(deadline)))
                .render();
    }

    private static String title(Letter letter, LetterWords words) {
        Step step = letter.step();
        if (step == null) {
            return words.obligationLetter();
        }
        return switch (step) {
            case REMINDER -> throw new IllegalStateException("A reminder is no letter");
            case LETTER_1 -> words.firstWarning();
            case LETTER_2 -> words.secondWarning();
            case LETTER_3 -> words.thirdWarning();
            case REGULATOR_REFERRAL -> words.regulatorReferral();
        };
    }

    /** Some are told by the order only, which the platform has. */
    private static List<String> located(OwedOrder order) {
        return Category.redacted(order.category()) ? List.of() : order.locators();
    }

    private List<LetterFacts.Owed> imposed(Letter letter) {
        return obligations.of(letter.orderId()).stream()
                .filter(one -> one.letterId().equals(letter.id()) || one.id().equals(letter.obligationId()))
                .map(LetterPage::owed)
                .toList();
    }

    private static LetterFacts.Owed owed(Obligation one) {
        return new LetterFacts.Owed(
                one.currency() + " " + one.amount().toPlainString(), one.legalBasis(), time(one.dueAt()));
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : TIME.format(at.atZone(JAKARTA));
    }
}
