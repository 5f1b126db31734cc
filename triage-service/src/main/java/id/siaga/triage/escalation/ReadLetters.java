// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.order.OwedOrder;
import id.siaga.triage.order.OwedOrders;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Letters as platforms and the desk read them; a platform has no drafts, and not what is said to the regulator. */
@ApplicationScoped
public class ReadLetters {

    private final OwedOrders orders;
    private final Letters letters;
    private final LetterPage pages;

    ReadLetters(OwedOrders orders, Letters letters, LetterPage pages) {
        this.orders = orders;
        this.letters = letters;
        this.pages = pages;
    }

    /**
     * The letters of an order, in their order.
     *
     * @param party whose order it must be; null for the desk
     */
    @Transactional
    public List<LetterView> of(@Nullable String party, UUID orderId) {
        orders.find(party, orderId);
        return letters.of(orderId).stream()
                .filter(letter -> party == null || sent(letter))
                .map(letter -> LetterView.of(letter, party == null))
                .toList();
    }

    /**
     * A letter.
     *
     * @param party whose order it must be about; null for the desk
     */
    @Transactional
    public LetterView one(@Nullable String party, UUID id) {
        return LetterView.of(find(party, id), party == null);
    }

    /**
     * Its words: those that were issued, or what a draft would say now.
     *
     * @param party whose order it must be about; null for the desk
     */
    @Transactional
    public String page(@Nullable String party, UUID id, Language language) {
        Letter letter = find(party, id);
        OwedOrder order = orders.find(party, letter.orderId());
        return letters.words(id, language)
                .orElseGet(() -> pages.write(
                        letter,
                        letters.nextNumber(order.id()),
                        order,
                        letter.reasonsOfPlatform(),
                        letter.deadline(),
                        language));
    }

    private Letter find(@Nullable String party, UUID id) {
        Letter letter =
                letters.find(id).filter(one -> party == null || sent(one)).orElseThrow(TriageRefusal.NotFound::new);
        orders.find(party, letter.orderId());
        return letter;
    }

    private static boolean sent(Letter letter) {
        return letter.status() == LetterStatus.ISSUED && letter.toPlatform();
    }
}
