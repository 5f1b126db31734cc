// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a URL points on its site: path and query, in the form in which rules look at them. */
final class Address {

    private static final Pattern SECOND_LINK = Pattern.compile("https?:/");

    private final HttpUrl url;
    private final String path;
    private final boolean hasQuery;
    private final List<String> segments = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();

    Address(HttpUrl url) {
        this(url, CanonicalUrl.path(url), true);
    }

    private Address(HttpUrl url, String path, boolean hasQuery) {
        this.url = url;
        this.path = path;
        this.hasQuery = hasQuery;
        for (int start = 1; start < path.length(); ) {
            int end = path.indexOf('/', start);
            end = end < 0 ? path.length() : end;
            if (end > start) {
                segments.add(path.substring(start, end));
                starts.add(start);
            }
            start = end + 1;
        }
    }

    /** Where the page's own script would go: {@code x.com/#!/kpu_id} is an old spelling of {@code x.com/kpu_id}. */
    Address routed() {
        String fragment = url.encodedFragment();
        if (segments.isEmpty() && fragment != null && fragment.startsWith("!/")) {
            HttpUrl routed = url.resolve(fragment.substring(1));
            return routed == null || !routed.host().equals(url.host()) ? this : new Address(routed);
        }
        return this;
    }

    /** The first of two links that were pasted into one, or null when there is no second. */
    @Nullable
    Address first() {
        Matcher second = SECOND_LINK.matcher(path);
        return second.find(1) && second.start() > 1 ? new Address(url, path.substring(0, second.start()), false) : null;
    }

    String path() {
        return path;
    }

    /** The path's segments, percent-encoded in one form, without empty ones. */
    List<String> segments() {
        return segments;
    }

    @Nullable
    String parameter(String name) {
        return hasQuery ? url.queryParameter(name) : null;
    }

    /** All that follows a number of segments, with query and route. */
    String rest(int after) {
        String query = hasQuery && url.encodedQuery() != null ? "?" + url.encodedQuery() : "";
        return path.substring(starts.get(after)) + query + CanonicalUrl.route(url.encodedFragment());
    }

    String canonical(String host, Predicate<String> tracking) {
        return CanonicalUrl.of(url, host, path, tracking);
    }
}
