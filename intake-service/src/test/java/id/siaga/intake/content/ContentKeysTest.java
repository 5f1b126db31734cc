// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentKeysTest {

    private final ContentKeys keys = new ContentKeys();

    @ParameterizedTest
    @CsvFileSource(resources = "/content/spellings.csv", numLinesToSkip = 1)
    void everySpellingGivesTheOneKey(String spelling, String key) {
        assertEquals(key, keyed(spelling).key().text());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/content/spellings.csv", numLinesToSkip = 1)
    void theCanonicalSpellingKeysToItself(String spelling, String ignored) {
        // Given
        Reading.Keyed first = keyed(spelling);
        // When
        Reading.Keyed again = keyed(first.canonical());
        // Then
        assertEquals(first, again);
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
                "example.org/without-scheme",
                "https://localhost/",
                "https://exa mple.org/",
                "https://example.org:99999/",
                "https://[::1",
                "https://\u0000/",
                "not a url at all"
            })
    void whatNamesNoContentIsRefusedWithAReason(String spelling) {
        Reading.Refused refused = assertInstanceOf(Reading.Refused.class, keys.ofUrl(spelling));
        assertNotEquals("", refused.reason());
    }

    @Test
    void noStringMakesItFail() {
        String alphabet = "ab:/?#[]@%&=.+ \\\u0000\ud83d\ude00\u200bé\r\n-_~";
        Random random = new Random(4711);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "https://facebook.com/" : i % 3 == 1 ? "https://" : "");
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
            if (keys.ofUrl(text.toString()) instanceof Reading.Keyed keyed) {
                assertEquals(keyed, keys.ofUrl(keyed.canonical()), text.toString());
            }
            keys.ofText(text.toString());
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
        assertEquals(keyed, keyed(keyed.canonical()));
    }

    @Test
    void theKeyCarriesTheVersionOfItsRules() {
        assertEquals(
                ContentRules.read().version(),
                keyed("https://example.org/").key().ruleVersion());
    }

    private Reading.Keyed keyed(String url) {
        return assertInstanceOf(Reading.Keyed.class, keys.ofUrl(url), url);
    }
}
