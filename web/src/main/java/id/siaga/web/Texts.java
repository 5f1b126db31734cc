// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says problems in the language of whoever asks. English stands in the code; its Indonesian in {@code problems.id.yaml} of
 * this module and of the service. What has no Indonesian is said in English.
 */
@Singleton
public class Texts {

    private static final List<String> CATALOGUES = List.of("/web-problems.id.yaml", "/problems.id.yaml");

    private final Map<String, String> indonesian = new HashMap<>();
    private final HttpServerRequest request;

    Texts(HttpServerRequest request) {
        this.request = request;
        CATALOGUES.forEach(file -> indonesian.putAll(read(file)));
    }

    /** The language that the current request prefers. */
    public Language asked() {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The problem in a language; for problems inside another answer, since those that are the answer get it anyway. */
    public Problem in(Language language, Problem problem) {
        if (language == Language.ENGLISH) {
            return problem;
        }
        Text detail = problem.detail();
        return new Problem(
                problem.type(),
                translated(problem.title()),
                problem.status(),
                detail == null ? null : translated(detail),
                problem.errors().stream()
                        .map(place -> new Problem.Place(place.pointer(), translated(place.detail())))
                        .toList(),
                problem.more());
    }

    private Text translated(Text text) {
        return Text.of(indonesian(text));
    }

    private String indonesian(Text text) {
        String sentence = indonesian.get(text.pattern());
        if (sentence == null) {
            return text.english();
        }
        Map<String, Object> values = new HashMap<>(text.values());
        values.replaceAll((name, value) -> value instanceof Text inner ? indonesian(inner) : value);
        return Text.fill(sentence, values);
    }

    /** The patterns of a problem that have no Indonesian. */
    Set<String> untranslated(Problem problem) {
        Set<String> left = new LinkedHashSet<>();
        collect(problem.title(), left);
        collect(problem.detail(), left);
        problem.errors().forEach(place -> collect(place.detail(), left));
        return left;
    }

    private void collect(@Nullable Text text, Set<String> left) {
        if (text == null) {
            return;
        }
        if (!indonesian.containsKey(text.pattern())) {
            left.add(text.pattern());
        }
        text.values().values().forEach(value -> {
            if (value instanceof Text inner) {
                collect(inner, left);
            }
        });
    }

    static Map<String, String> read(String file) {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            return in == null ? Map.of() : new YAMLMapper().readValue(in, new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
