// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What reports are made of: categories with their topics, places, platforms' spellings, and phrases in two languages. */
record Vocabulary(List<Category> categories, List<Region> regions, List<Carrier> carriers, Phrases phrases) {

    /**
     * A harm category.
     *
     * @param weight its share among contents
     * @param reporters who reports it; named twice, twice as often
     * @param alike what others may take it for
     * @param forwarded the share that is a message passed on without a link
     * @param carriers where alone it is found; anywhere when empty
     */
    record Category(
            String code,
            double weight,
            List<String> reporters,
            List<String> alike,
            double forwarded,
            boolean urgent,
            boolean election,
            List<String> carriers,
            List<Text> topics) {}

    /** A sentence in Indonesian and in English. */
    record Text(String id, String en) {
        String in(boolean english) {
            return english ? en : id;
        }
    }

    /** Sentences to choose from in either language. */
    record Texts(List<String> id, List<String> en) {
        List<String> in(boolean english) {
            return english ? en : id;
        }
    }

    /** A province by its ISO 3166-2 code, about as likely as it has inhabitants. */
    record Region(String code, String name, double weight) {}

    /** What supports a report. */
    record Reference(String url, String kind, String note) {}

    /** Sentences that fit any category. */
    record Phrases(
            Texts circulation,
            Texts request,
            Texts urgency,
            Texts aboutForwarded,
            List<String> forwarded,
            List<Reference> references,
            List<String> flags) {}

    static Vocabulary load() {
        return new Vocabulary(
                List.of(read("categories.json", Category[].class)),
                List.of(read("regions.json", Region[].class)),
                List.of(read("carriers.json", Carrier[].class)),
                read("phrases.json", Phrases.class));
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream json = Objects.requireNonNull(
                Vocabulary.class.getResourceAsStream("/id/siaga/localstack/demo/load/" + name), name)) {
            return new JsonMapper().readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
