// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Parses absolute URLs. Two thirds of the parser's time go into the host (IDNA), and links have few hosts: what it made of
 * one is kept, and only path and query are parsed anew.
 */
final class Urls {

    private static final int MOST_HOSTS = 4_096;
    private static final int LONGEST_AUTHORITY = 256;

    private final Map<String, HttpUrl> roots = new ConcurrentHashMap<>();

    @Nullable
    HttpUrl parse(String absolute) {
        int authority = absolute.indexOf("://") + 3;
        int end = authority;
        while (end < absolute.length() && !isDelimiter(absolute.charAt(end))) {
            end++;
        }
        // Two slashes would begin another host; and who is named before the host is no business of a memory.
        boolean named = absolute.indexOf('@') >= 0 && absolute.indexOf('@') < end;
        boolean another =
                end + 1 < absolute.length() && isSlash(absolute.charAt(end)) && isSlash(absolute.charAt(end + 1));
        if (another || named || end > LONGEST_AUTHORITY) {
            return HttpUrl.parse(absolute);
        }
        HttpUrl root = root(absolute.substring(0, end));
        return root == null || end == absolute.length() ? root : root.resolve(absolute.substring(end));
    }

    private @Nullable HttpUrl root(String text) {
        HttpUrl known = roots.get(text);
        if (known != null) {
            return known;
        }
        HttpUrl root = HttpUrl.parse(text);
        if (root != null) {
            if (roots.size() >= MOST_HOSTS) {
                roots.clear();
            }
            roots.put(text, root);
        }
        return root;
    }

    private static boolean isDelimiter(char character) {
        return isSlash(character) || character == '?' || character == '#';
    }

    private static boolean isSlash(char character) {
        return character == '/' || character == '\\';
    }
}
