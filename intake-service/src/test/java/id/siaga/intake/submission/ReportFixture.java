// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports as parties send them. */
public final class ReportFixture {

    public static final String YOUTUBE_VIDEO = "https://youtu.be/dQw4w9WgXcQ?si=b7hT0yq3";

    private final Map<String, @Nullable Object> body = new LinkedHashMap<>();
    private final List<Object> items = new ArrayList<>();

    private ReportFixture() {
        body.put("category", "hoax");
        body.put("statementOfReasons", "Video lama diedarkan ulang sebagai kejadian hari ini.");
        body.put("goodFaith", true);
    }

    public static ReportFixture aReport() {
        return new ReportFixture();
    }

    /** Content that nobody has reported before. */
    public static String somewhere() {
        return "https://contoh.example/" + UUID.randomUUID();
    }

    public ReportFixture about(String url) {
        items.add(Map.of("url", url));
        return this;
    }

    public ReportFixture quoting(String text) {
        items.add(Map.of("text", text));
        return this;
    }

    public ReportFixture liveAt(String url) {
        items.add(Map.of("url", url, "liveStream", true));
        return this;
    }

    public ReportFixture item(Object item) {
        items.add(item);
        return this;
    }

    public ReportFixture with(String member, @Nullable Object value) {
        body.put(member, value);
        return this;
    }

    public String json() {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(body);
        whole.putIfAbsent("items", items.isEmpty() ? List.of(Map.of("url", somewhere())) : items);
        try {
            return new ObjectMapper().writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
