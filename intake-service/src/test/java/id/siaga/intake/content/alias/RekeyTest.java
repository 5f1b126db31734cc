// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Items that older rules keyed, read by today's. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class RekeyTest {

    @Inject
    Rekey rekey;

    @Inject
    Aliases aliases;

    @Inject
    RekeyLock lock;

    @Inject
    DataSource database;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aKeyThatNewerRulesReadOtherwiseGetsAnAliasAndIsNotTouched() throws SQLException {
        // Given
        UUID item = storedBefore("https://bit.ly/" + run, "web:url:https://bit.ly/" + run);
        // When
        RekeyCounts counts = rekey.run().orElseThrow();
        // Then
        assertTrue(counts.aliases() >= 1, counts::toString);
        assertEquals("web:url:https://bit.ly/" + run, storedKey(item));
        assertEquals("web:url:https://bit.ly/" + run, representative("web:short:bit.ly/" + run));
        assertEquals("web:url:https://bit.ly/" + run, representative("web:url:https://bit.ly/" + run));
    }

    @Test
    void whatIsReadAgainIsNoNews() throws SQLException {
        // Given
        storedBefore("https://goo.gl/" + run, "web:url:https://goo.gl/" + run);
        rekey.run();
        // When
        RekeyCounts again = rekey.run().orElseThrow();
        // Then
        assertEquals(0, again.aliases());
        assertTrue(again.differing() >= 1, again::toString);
    }

    @Test
    void twoOldKeysOfOneContentAreJoinedUnderTheFirst() throws SQLException {
        // Given
        String plain = "https://contoh.example/" + run;
        String archived = "https://web.archive.org/web/2024/" + plain;
        String google = "https://www.google.com/url?q=" + plain;
        storedBefore(plain, "web:url:" + plain);
        storedBefore(archived, "web:url:" + archived);
        storedBefore(google, "web:url:" + google);
        // When
        rekey.run();
        // Then
        for (String url : List.of(plain, archived, google)) {
            assertEquals("web:url:" + plain, representative("web:url:" + url), url);
        }
    }

    @Test
    void theOldKeyIsFirstWhereItWasReportedFirst() throws SQLException {
        // Given
        String account = "https://twitter.com/w" + run;
        storedBefore(account, "x:url:https://x.com/w" + run);
        storedNow(account);
        // When
        rekey.run();
        // Then
        assertEquals("x:url:https://x.com/w" + run, representative("x:account:w" + run));
    }

    @Test
    void aRunThatWasStoppedGoesOnAfterItsLastBatch() throws SQLException {
        // Given
        UUID read = storedBefore("https://t.me/a" + run, "telegram:url:https://t.me/a" + run);
        UUID unread = storedBefore("https://t.me/b" + run, "telegram:url:https://t.me/b" + run);
        rekey.run();
        execute("DELETE FROM content_alias WHERE key LIKE ?", "telegram:%" + run);
        execute("UPDATE rekey_run SET finished_at = NULL, items = 5, last_item = ?::uuid", read.toString());
        // When
        RekeyCounts counts = rekey.run().orElseThrow();
        // Then
        assertTrue(counts.items() >= 6, counts::toString);
        assertEquals("telegram:channel:a" + run, representative("telegram:channel:a" + run));
        assertEquals(storedKey(unread), representative("telegram:channel:b" + run));
    }

    @Test
    void thereIsOneRunAtATime() {
        assertTrue(lock.alone(() -> rekey.run().isEmpty()).orElseThrow());
    }

    @Test
    void aliasesRecordedAtOnceEndInOneRepresentative() {
        // Given
        List<String> keys =
                IntStream.range(0, 12).mapToObj(n -> "x:short:pic/" + run + n).toList();
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            IntStream.range(0, 48)
                    .forEach(n -> threads.execute(() -> QuarkusTransaction.requiringNew()
                            .run(() -> aliases.join(
                                    keys.get(n % 12),
                                    keys.get((n + 1 + n / 12) % 12),
                                    AliasSource.DESK,
                                    Instant.EPOCH))));
        }
        // Then
        Map<String, String> representatives = aliases.resolve(keys);
        assertEquals(1, representatives.values().stream().distinct().count(), representatives::toString);
    }

    private String representative(String key) {
        return aliases.resolve(List.of(key)).getOrDefault(key, "none");
    }

    /** By a unit that has reported nothing else: a second report of one would be a supplement. */
    private UUID storedNow(String url) {
        return UUID.fromString(given().auth()
                .oauth2(Tokens.forUnit("mafindo", "unit-" + UUID.randomUUID(), "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(ReportFixture.aReport().about(url).json())
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("items[0].id"));
    }

    /** As version 1 of the rules stored it. */
    private UUID storedBefore(String url, String key) throws SQLException {
        UUID item = storedNow(url);
        execute("UPDATE report_item SET rule_version = 1, content_key = ? WHERE id = ?::uuid", key, item.toString());
        return item;
    }

    private String storedKey(UUID item) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT content_key FROM report_item WHERE id = ?")) {
            select.setObject(1, item);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void execute(String sql, String... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
