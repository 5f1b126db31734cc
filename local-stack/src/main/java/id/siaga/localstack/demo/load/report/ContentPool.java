// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import id.siaga.localstack.demo.load.report.Vocabulary.Category;
import id.siaga.localstack.demo.load.report.Vocabulary.Region;
import java.util.List;

/**
 * Which content a report is about. A report is about something new, or about what an earlier one was about, whichever
 * that is: so what many report is reported more, with the long tail that popularity has (Simon's process). Nothing is
 * remembered; what an earlier report was about is drawn again.
 */
final class ContentPool {
    private static final double NEW = 0.4;
    private static final long CHOICE = 1;
    private static final long CONTENT = 2;

    private final long seed;
    private final Vocabulary vocabulary;

    ContentPool(long seed, Vocabulary vocabulary) {
        this.seed = seed;
        this.vocabulary = vocabulary;
    }

    Content of(int report) {
        int about = report;
        while (about > 0) {
            Draw draw = Draw.at(seed, CHOICE, about);
            if (draw.chance(NEW)) {
                break;
            }
            about = draw.below(about);
        }
        Draw draw = Draw.at(seed, CONTENT, about, 0);
        return content(about + "", draw.weighted(vocabulary.categories(), Category::weight), draw);
    }

    /** One more content, which nobody else reports: the same harm from the same hands elsewhere. */
    Content sibling(int report, int item, Content first) {
        return content(report + "." + item, first.category(), Draw.at(seed, CONTENT, report, item));
    }

    private Content content(String name, Category category, Draw draw) {
        double topic = draw.share();
        Region region = draw.weighted(vocabulary.regions(), Region::weight);
        boolean forwarded = draw.chance(category.forwarded());
        Carrier carrier = draw.weighted(carriers(category), Carrier::weight);
        long bits = draw.bits();
        String user = Carrier.word(draw.bits() >>> 40);
        String page = "10" + Carrier.digits(draw.bits(), 13);
        String text =
                forwarded ? ReportGenerator.filled(draw.one(vocabulary.phrases().forwarded()), region, draw) : null;
        return new Content(
                name, category, topic, region, forwarded ? null : carrier, carrier.idOf(bits), user, page, text);
    }

    private List<Carrier> carriers(Category category) {
        return category.carriers().isEmpty()
                ? vocabulary.carriers()
                : vocabulary.carriers().stream()
                        .filter(carrier -> category.carriers().contains(carrier.code()))
                        .toList();
    }
}
