// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentKeysTest {

    private static final ContentKeys KEYS = new ContentKeys();

    @ParameterizedTest
    @CsvFileSource(
            resources = {"/content/spellings.csv", "/content/thin-platforms.csv"},
            numLinesToSkip = 1)
    void everySpellingGivesTheOneKey(String spelling, String key) {
        assertEquals(key, keyed(spelling).key().text());
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = {"/content/spellings.csv", "/content/thin-platforms.csv"},
            numLinesToSkip = 1)
    void theCanonicalSpellingKeysToItself(String spelling, String ignored) {
        assertKeysToItself(KEYS, keyed(spelling));
    }

    static void assertKeysToItself(ContentKeys keys, Reading.Keyed first) {
        Reading.Keyed again = assertInstanceOf(Reading.Keyed.class, keys.ofUrl(first.canonical()), first.canonical());
        assertEquals(first.key(), again.key());
        assertEquals(first.canonical(), again.canonical());
    }

    @Test
    void dotsAloneAreNobodysName() {
        assertKeysToItself(KEYS, keyed("https://youtube.com/..https://&"));
    }

    @Test
    void everyExampleInTheRulesIsReadByItsOwnRule() {
        for (ContentRules.Platform platform : ContentRules.read().platforms()) {
            for (ContentRules.Kind kind : Objects.requireNonNullElse(platform.kinds(), List.<ContentRules.Kind>of())) {
                ContentKey key = keyed(kind.example()).key();
                assertEquals(
                        platform.platform() + ":" + kind.kind(), key.platform() + ":" + key.kind(), kind.example());
            }
        }
    }

    @Test
    void everyExampleOfAWrapperIsUnwrappedByItsOwnRule() {
        for (ContentRules.Wrapper wrapper : ContentRules.read().wrapping().wrappers()) {
            assertEquals(1, keyed(wrapper.example()).unwrapped().size(), wrapper.example());
        }
    }

    @Test
    void whatAWrapperHoldsIsToldFromTheOutsideIn() {
        Reading.Keyed keyed = keyed(
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fweb.archive.org%2Fweb%2F2024%2Fhttps%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ");
        assertEquals("youtube:video:dQw4w9WgXcQ", keyed.key().text());
        assertEquals(List.of("facebook.com", "web.archive.org"), keyed.unwrapped());
    }

    @Test
    void aWrappingWithoutEndIsRefused() {
        // Given
        String url = "https://contoh.example/";
        for (int i = 0; i < 6; i++) {
            url = "https://www.google.com/url?q=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        }
        // Then
        assertInstanceOf(Reading.Refused.class, KEYS.ofUrl(url));
    }

    @Test
    void aShortLinkIsMarked() {
        assertTrue(keyed("https://vt.tiktok.com/ZS2rJqaky").key().unresolved());
        assertTrue(keyed("https://bit.ly/3AbCdE").key().unresolved());
        assertFalse(keyed("https://youtu.be/dQw4w9WgXcQ").key().unresolved());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://",
                "http:///path",
                "https:example.org",
                "ftp://example.org/file",
                "javascript:alert(1)",
                "berkas.pdf",
                "warga@contoh.example",
                "mailto:warga@contoh.example",
                "tel:+62812",
                "https://192.168.1.7/admin",
                "https://[::1]/",
                "hxxp://localhost/",
                "https://localhost/",
                "https://exa mple.org/",
                "https://example.org:99999/",
                "https://[::1",
                "https://\u0000/",
                "not a url at all"
            })
    void whatNamesNoContentIsRefusedWithAReason(String spelling) {
        Reading.Refused refused = assertInstanceOf(Reading.Refused.class, KEYS.ofUrl(spelling));
        assertNotEquals("", refused.reason());
    }

    @Test
    void noStringMakesItFail() {
        String alphabet = "ab:/?#[]@%&=.+ \\\u0000\ud83d\ude00\u200bé\r\n-_~";
        Random random = new Random(4711);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "https://facebook.com/" : i % 3 == 1 ? "https://" : "");
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            if (KEYS.ofUrl(text.toString()) instanceof Reading.Keyed keyed) {
                assertKeysToItself(KEYS, keyed);
            }
            KEYS.ofText(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://contoh.example/",
                "https://facebook.com/",
                "https://l.facebook.com/l.php?u=",
                "[",
                "(."
            })
    void aMegabyteOfAnythingIsNoTrouble(String beginning) {
        for (String part : List.of("a", "/", "%", "[", "\\", "\ud800", "\u0000", "=&", "é", "(.)", "https://")) {
            String text = beginning + part.repeat(1_000_000 / part.length());
            if (KEYS.ofUrl(text) instanceof Reading.Keyed keyed) {
                assertKeysToItself(KEYS, keyed);
            }
            KEYS.ofText(text);
        }
    }

    @Test
    void aShortLinkKeepsItsCase() {
        assertNotEquals(
                keyed("https://bit.ly/3AbCdE").key(),
                keyed("https://bit.ly/3abcde").key());
        assertNotEquals(
                keyed("https://vt.tiktok.com/ZS2rJqaky").key(),
                keyed("https://vt.tiktok.com/ZS2rjqaky").key());
    }

    @Test
    void aUrlTooLongForAnIndexIsDigested() {
        // Given
        String url = "https://example.org/?q=" + "é".repeat(2_000);
        // When
        Reading.Keyed keyed = keyed(url);
        // Then
        assertEquals("url-digest", keyed.key().kind());
        assertEquals(64, keyed.key().id().length());
        assertKeysToItself(KEYS, keyed);
    }

    @Test
    void theKeyCarriesTheVersionOfItsRules() {
        assertEquals(
                ContentRules.read().version(),
                keyed("https://example.org/").key().ruleVersion());
    }

    private Reading.Keyed keyed(String url) {
        return assertInstanceOf(Reading.Keyed.class, KEYS.ofUrl(url), url);
    }
}
