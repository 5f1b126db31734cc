// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The directory as it stands; read anew each time, since it is small and may change at any time. */
@ApplicationScoped
public class Platforms {

    private final Sql sql;

    Platforms(Sql sql) {
        this.sql = sql;
    }

    /** All entries by code. */
    public Map<String, Platform> byCode() {
        return sql
                .list(
                        "select code, name, party, representative, receipt_rule from platform",
                        row -> new Platform(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("party"),
                                row.getBoolean("representative"),
                                ReceiptRule.valueOf(row.getString("receipt_rule"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Platform::code, Function.identity()));
    }
}
