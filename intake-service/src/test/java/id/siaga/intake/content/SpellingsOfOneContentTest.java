// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Properties of all keys, tried with links that nobody thought of. */
class SpellingsOfOneContentTest {

    private static final String UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    private static final ContentKeys KEYS = new ContentKeys();

    /** Ways to write one content: host aliases, what stands before the id and after it. */
    record Content(String key, List<String> hosts, List<String> paths) {}

    private static final List<Content> CONTENTS = List.of(
            new Content(
                    "youtube:video:",
                    List.of(
                            "youtube.com",
                            "www.youtube.com",
                            "m.youtube.com",
                            "music.youtube.com",
                            "www.youtube-nocookie.com"),
                    List.of("/watch?v=%s", "/shorts/%s", "/live/%s", "/embed/%s", "/v/%s")),
            new Content("youtube:video:", List.of("youtu.be", "www.youtu.be"), List.of("/%s")),
            new Content(
                    "instagram:post:",
                    List.of("instagram.com", "www.instagram.com", "instagr.am"),
                    List.of("/p/%s", "/reel/%s", "/reels/%s", "/tv/%s", "/infokota/p/%s", "/infokota/reel/%s")),
            new Content(
                    "threads:post:",
                    List.of("threads.net", "www.threads.net", "threads.com", "www.threads.com"),
                    List.of("/t/%s", "/@infokota/post/%s")),
            new Content("facebook:short:fb.watch/", List.of("fb.watch", "www.fb.watch"), List.of("/%s")),
            new Content("web:short:bit.ly/", List.of("bit.ly", "j.mp", "www.bit.ly"), List.of("/%s")),
            new Content(
                    "web:url:https://contoh.example/berita/",
                    List.of("contoh.example", "www.contoh.example", "CONTOH.example", "contoh.example."),
                    List.of("/berita/%s", "/./berita/%s", "/x/../berita/%s", "/berita/%s#bagian")));

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void everySpellingOfOneContentHasItsKey(
            @ForAll("contents") Content content,
            @ForAll("ids") String id,
            @ForAll("decorations") Decoration decoration,
            @ForAll @IntRange(max = 100) int host,
            @ForAll @IntRange(max = 100) int path) {
        String plain = content.hosts().get(host % content.hosts().size())
                + content.paths().get(path % content.paths().size());
        String spelling = decoration.on(plain, id);
        assertEquals(content.key() + id, keyed(spelling).key().text(), spelling);
    }

    @Property(tries = 2000)
    void anotherContentHasAnotherKey(
            @ForAll("contents") Content content, @ForAll("ids") String one, @ForAll("ids") String other) {
        if (!one.equals(other)) {
            String start =
                    "https://" + content.hosts().getFirst() + content.paths().getFirst();
            assertNotEquals(
                    keyed(start.formatted(one)).key(),
                    keyed(start.formatted(other)).key());
        }
    }

    @Property(tries = 5000)
    void aKeyIsIdempotentWhateverIsRead(@ForAll("links") String link) {
        if (KEYS.ofUrl(link) instanceof Reading.Keyed keyed) {
            ContentKeysTest.assertKeysToItself(KEYS, keyed);
        }
    }

    @Property(tries = 5000)
    void anyTextIsKeyedOrRefused(@ForAll String text) {
        if (KEYS.ofUrl(text) instanceof Reading.Keyed keyed) {
            ContentKeysTest.assertKeysToItself(KEYS, keyed);
        }
        if (KEYS.ofText(text) instanceof Reading.Keyed keyed) {
            assertEquals(keyed, KEYS.ofText(keyed.canonical()));
        }
    }

    @Property(tries = 2000)
    void whatIsWrappedHasTheKeyOfWhatIsInside(@ForAll("contents") Content content, @ForAll("ids") String id) {
        String inside =
                ("https://" + content.hosts().getFirst() + content.paths().getFirst()).formatted(id);
        String encoded = percentEncoded(inside, "/:?=#");
        for (String wrapper : List.of(
                "https://l.facebook.com/l.php?h=AT0&u=" + encoded,
                "https://www.google.com/url?sa=t&url=" + encoded,
                "https://web.archive.org/web/20240214081500/" + inside)) {
            assertEquals(content.key() + id, keyed(wrapper).key().text(), wrapper);
        }
    }

    /** What people and applications do to a link without meaning another content. */
    record Decoration(String scheme, String tracking, String fragment, boolean slash, boolean encoded, String around) {

        String on(String plain, String id) {
            String link = plain.formatted(encoded ? percentEncoded(id, id.substring(0, 1)) : id);
            int hash = link.indexOf('#');
            String address = hash < 0 ? link : link.substring(0, hash);
            boolean hasQuery = address.indexOf('?') >= 0;
            if (slash && !hasQuery) {
                address += "/";
            }
            if (!tracking.isEmpty()) {
                address += (hasQuery ? "&" : "?") + tracking;
            }
            String defanged = scheme.startsWith("hxxp") ? defang(address) : address;
            return around.formatted(scheme + defanged + fragment);
        }

        private static String defang(String address) {
            int slash = address.indexOf('/');
            return address.substring(0, slash).replace(".", "[.]") + address.substring(slash);
        }
    }

    @Provide
    Arbitrary<Content> contents() {
        return Arbitraries.of(CONTENTS);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars(UNRESERVED.toCharArray())
                .ofLength(11)
                .filter(id -> !List.of("videoseries", "live_stream").contains(id.toLowerCase(Locale.ROOT)));
    }

    @Provide
    Arbitrary<Decoration> decorations() {
        return Combinators.combine(
                        Arbitraries.of("https://", "http://", "HTTPS://", "", "//", "hxxps://", "hxxp://"),
                        Arbitraries.of("", "utm_source=wa", "fbclid=IwAR0&utm_medium=x", "igsh=MWdn", "gclid="),
                        Arbitraries.of("", "#", "#t=10", "#bagian", "#:~:text=a"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("%s", " %s\n", "<%s>", "\u200b%s", "“%s”"))
                .as(Decoration::new);
    }

    @Provide
    Arbitrary<String> links() {
        Arbitrary<String> hosts = Arbitraries.of(
                "facebook.com",
                "l.facebook.com",
                "youtube.com",
                "x.com",
                "t.me",
                "wa.me",
                "line.me",
                "bit.ly",
                "contoh.example",
                "web.archive.org",
                "archive.ph",
                "google.com",
                "instagram.com",
                "BÜCHER.example",
                "xn--a",
                "1.2.3.4",
                "[2001:db8::1]");
        Arbitrary<String> tails = Arbitraries.of(
                        "/",
                        "//",
                        "?",
                        "#",
                        "#!",
                        "#/",
                        "&",
                        "=",
                        "%",
                        "%2F",
                        "%00",
                        "%ff",
                        "..",
                        ".",
                        "a",
                        "Z9",
                        "@",
                        "+",
                        "u=",
                        "url=",
                        "v=",
                        "https://",
                        "http:/",
                        "https%3A%2F%2F",
                        "web/2024",
                        "l.php",
                        "url",
                        "amp/s",
                        "watch",
                        "groups",
                        "p",
                        "é",
                        "\ud83d",
                        "\u0000",
                        "[.]",
                        "(",
                        "\\",
                        "contoh.example",
                        "youtu.be",
                        "dQw4w9WgXcQ",
                        "12345",
                        " ",
                        "\t",
                        "'",
                        "“")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
        return Combinators.combine(Arbitraries.of("https://", "http://", "", "hxxps://", "//"), hosts, tails)
                .as((scheme, host, tail) -> scheme + host + tail);
    }

    private static String percentEncoded(String text, String characters) {
        StringBuilder encoded = new StringBuilder();
        text.chars()
                .forEach(character -> encoded.append(
                        characters.indexOf(character) < 0
                                ? String.valueOf((char) character)
                                : "%%%02x".formatted(character)));
        return encoded.toString();
    }

    private Reading.Keyed keyed(String url) {
        return assertInstanceOf(Reading.Keyed.class, KEYS.ofUrl(url), url);
    }
}
