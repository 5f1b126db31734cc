// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a service tells of itself at one moment, in Prometheus' text format. */
record Scrape(Map<String, String> help, Map<String, String> types, List<Sample> samples) {

    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (\\S+)(?: (.*))?");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line with a value. */
    record Sample(String name, Map<String, String> labels, double value) {}

    static Scrape of(String metrics) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            // As OpenMetrics, which is told to whoever does not say, it would have other names of counters, and
            // exemplars.
            HttpRequest request = HttpRequest.newBuilder(URI.create(metrics))
                    .header("Accept", "text/plain")
                    .build();
            return parse(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    static Scrape parse(String text) {
        List<Sample> samples = text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Sample(
                        line.group(1), labels(line.group(2) == null ? "" : line.group(2)), value(line.group(3))))
                .toList();
        return new Scrape(comments("HELP", text), comments("TYPE", text), samples);
    }

    private static Map<String, String> comments(String kind, String text) {
        return text.lines()
                .map(COMMENT::matcher)
                .filter(line -> line.matches() && line.group(1).equals(kind))
                .collect(Collectors.toMap(
                        line -> line.group(2), line -> line.group(3) == null ? "" : line.group(3), (one, same) -> one));
    }

    private static Map<String, String> labels(String text) {
        return LABEL.matcher(text)
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The names of all that has a value. */
    Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The labels of a metric, those left out that make one of the lines of a histogram or stand on every metric. */
    Set<String> labels(String name, UnaryOperator<String> family) {
        return samples.stream()
                .filter(sample -> family.apply(sample.name()).equals(name))
                .flatMap(sample -> sample.labels().keySet().stream())
                .filter(label -> !label.equals("le") && !label.equals("application"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
