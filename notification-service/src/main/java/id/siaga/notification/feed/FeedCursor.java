// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.web.InvalidRequest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place as readers hold it, and which types they read up to there: to commit it says that those were received, and
 * nothing of what was left out.
 */
record FeedCursor(FeedPosition position, TypeFilter types) {

    /** Longer than any that we hand out: base64 of two numbers and the longest filter. */
    static final int LONGEST = 200;

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}) (\\d{1,18})(?: (\\S+))?");

    /** @param place where it stands in the request, should it be refused */
    static FeedCursor parse(String cursor, String place) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            Matcher parts = WRITTEN.matcher(text);
            if (parts.matches() && (parts.group(3) == null || TypeFilter.isOne(parts.group(3)))) {
                return new FeedCursor(
                        new FeedPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))),
                        TypeFilter.of(parts.group(3)));
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal
        }
        throw refused(place);
    }

    /** The refusal also of a place that the feed has not reached. */
    static InvalidRequest refused(String place) {
        return new InvalidRequest(place, "is not a cursor of this feed");
    }

    @Override
    public String toString() {
        String text = position.own() + " " + position.shared() + (types.isEmpty() ? "" : " " + types.text());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
