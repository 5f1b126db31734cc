// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.demo.load.report.Vocabulary.Category;
import id.siaga.localstack.demo.load.report.Vocabulary.Phrases;
import id.siaga.localstack.demo.load.report.Vocabulary.Reference;
import id.siaga.localstack.demo.load.report.Vocabulary.Region;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes reports: a report is a function of the seed and its index, so the same seed gives the same bytes from the same
 * reporters, in whatever order they are asked for. Contents of different seeds do not meet.
 */
public final class ReportGenerator {
    private static final long REPORT = 3;
    private static final double FLAWED = 0.03;
    private static final double ENGLISH = 0.25;
    private static final double SEVERAL_ITEMS = 0.12;
    private static final int MOST_ITEMS = 6;

    private final long seed;
    private final Vocabulary vocabulary = Vocabulary.load();
    private final ContentPool pool;

    public ReportGenerator(long seed) {
        this.seed = seed;
        this.pool = new ContentPool(seed, vocabulary);
    }

    /** The report with this index, which counts from 0. */
    public GeneratedReport report(int index) {
        Draw draw = Draw.at(seed, REPORT, index);
        boolean english = draw.chance(ENGLISH);
        List<Content> contents = contents(index, draw);
        Content first = contents.getFirst();
        String reporter = draw.one(first.category().reporters());
        ObjectNode body = Json.object().put("reference", reference(reporter, index));
        body.put("category", category(first.category(), draw));
        body.put("statementOfReasons", statement(first, english, draw));
        body.put("goodFaith", true);
        circumstances(body, first, english, draw);
        ArrayNode items = body.putArray("items");
        contents.forEach(content -> item(items.addObject(), content, draw));
        references(body, draw);
        Flaw flaw = draw.chance(FLAWED) ? draw.one(List.of(Flaw.values())) : null;
        if (flaw != null) {
            flaw.spoil(body);
        }
        return new GeneratedReport(
                index,
                reporter,
                key(index, body),
                body,
                contents.stream().map(Content::name).toList(),
                flaw);
    }

    /** All reports that there are, from the first on. */
    public Stream<GeneratedReport> reports() {
        return IntStream.range(0, Integer.MAX_VALUE).mapToObj(this::report);
    }

    /** Everybody who may send one of them. */
    public Set<String> reporters() {
        return vocabulary.categories().stream()
                .flatMap(category -> category.reporters().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Content> contents(int index, Draw draw) {
        List<Content> contents = new ArrayList<>(List.of(pool.of(index)));
        double more = SEVERAL_ITEMS;
        while (contents.size() < MOST_ITEMS && draw.chance(more)) {
            contents.add(pool.sibling(index, contents.size(), contents.getFirst()));
            more = 0.4;
        }
        return contents;
    }

    /** Not everyone sees the same harm in the same content. */
    private static String category(Category category, Draw draw) {
        return !category.alike().isEmpty() && draw.chance(0.06) ? draw.one(category.alike()) : category.code();
    }

    private String statement(Content content, boolean english, Draw draw) {
        Phrases phrases = vocabulary.phrases();
        Category category = content.category();
        String topic = content.text() != null
                ? draw.one(phrases.aboutForwarded().in(english))
                : category.topics()
                        .get((int) (content.topic() * category.topics().size()))
                        .in(english);
        return Stream.of(
                        topic,
                        draw.one(phrases.circulation().in(english)),
                        draw.one(phrases.request().in(english)))
                .filter(sentence -> !sentence.isEmpty())
                .map(sentence -> filled(sentence, content.region(), draw))
                .collect(Collectors.joining(" "));
    }

    private void circumstances(ObjectNode body, Content content, boolean english, Draw draw) {
        Category category = content.category();
        Phrases phrases = vocabulary.phrases();
        if (draw.chance(0.7)) {
            body.put("region", draw.chance(0.05) ? "ID" : content.region().code());
        }
        if (category.election() && draw.chance(0.5)) {
            body.put("election", true);
        }
        if (draw.chance(category.urgent() ? 0.6 : 0.02)) {
            body.put("urgencyReason", draw.one(phrases.urgency().in(english)));
        }
        if (draw.chance(0.03)) {
            body.putArray("flags").add(draw.one(phrases.flags()));
        }
    }

    private static void item(ObjectNode item, Content content, Draw draw) {
        if (content.carrier() == null || content.text() != null) {
            item.put("text", Content.copied(String.valueOf(content.text()), draw));
            return;
        }
        item.put("url", content.carrier().spell(content, draw));
        if (content.category().code().endsWith("livestream")) {
            item.put("liveStream", true);
        }
    }

    private void references(ObjectNode body, Draw draw) {
        int count = draw.chance(0.5) ? 0 : 1 + draw.below(3);
        if (count == 0) {
            return;
        }
        ArrayNode references = body.putArray("references");
        for (int i = 0; i < count; i++) {
            Reference reference = draw.one(vocabulary.phrases().references());
            references
                    .addObject()
                    .put("url", reference.url().replace("{code}", code(draw)))
                    .put("kind", reference.kind())
                    .put("note", reference.note());
        }
    }

    private String reference(String reporter, int index) {
        return reporter.substring(0, 3).toUpperCase(Locale.ROOT) + "-" + Long.toString(seed, 36) + "-" + (index + 1);
    }

    /** Of the body too: should reports be made otherwise one day, a key is not used again for other words. */
    private String key(int index, ObjectNode body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.bytes(body));
            return "load-" + seed + "-" + index + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String filled(String phrase, Region region, Draw draw) {
        return phrase.replace("{place}", region.name())
                .replace("{n}", Integer.toString(2 + draw.below(900)))
                .replace("{hours}", Integer.toString(2 + draw.below(40)))
                .replace("{code}", code(draw));
    }

    private static String code(Draw draw) {
        return Long.toUnsignedString(draw.bits(), 36);
    }
}
