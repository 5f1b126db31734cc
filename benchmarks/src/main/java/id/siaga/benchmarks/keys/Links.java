// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Links to make keys of. */
record Links(List<String> urls, String description) {

    private static final String COLLECTION = "../shared/data/real-links.tsv";
    private static final int GENERATED = 2_000;

    /** The collection beside the checkout, which may not be redistributed; where it is absent, made-up links. */
    static Links near(Path checkout) throws IOException {
        Path file = checkout.resolve(COLLECTION);
        if (!Files.exists(file)) {
            List<String> made =
                    IntStream.range(0, GENERATED).boxed().flatMap(Links::made).toList();
            return new Links(made, made.size() + " made-up links, since " + COLLECTION + " is absent");
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<String> urls = lines.map(line -> line.split("\t", -1)[0])
                    .filter(url -> !url.isBlank())
                    .toList();
            return new Links(urls, urls.size() + " real links");
        }
    }

    private static Stream<String> made(int number) {
        return Stream.of(
                "https://m.youtube.com/watch?v=made" + (1_000_000 + number) + "&feature=share",
                "https://www.facebook.com/story.php?story_fbid=" + (1_000_000_000L + number) + "&id=100001&_rdr",
                "https://x.com/someone/status/" + (1_700_000_000_000_000_000L + number) + "?s=20",
                "https://berita.example.id/2024/11/" + number + "/judul-berita-yang-panjang?utm_source=wa&page=all");
    }
}
