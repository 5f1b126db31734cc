// SPDX-License-Identifier: Apache-2.0
package id.siaga.migration;

import io.quarkus.runtime.Quarkus;

/**
 * The argument {@code migrate}: the program migrates its database as the owner and ends, with exit code 0 when that is
 * done. It is told where the database is, who owns it and who works with it ({@code QUARKUS_DATASOURCE_JDBC_URL},
 * {@code QUARKUS_FLYWAY_USERNAME}, {@code QUARKUS_FLYWAY_PASSWORD}, {@code QUARKUS_DATASOURCE_USERNAME}), and nothing
 * else: no password of the application user, no broker, no issuer of tokens, no key.
 */
public final class Migration {

    private static final String ARGUMENT = "migrate";

    private Migration() {}

    /** Whether the arguments of the program ask for it. */
    public static boolean isAskedFor(String... arguments) {
        return arguments.length == 1 && arguments[0].equals(ARGUMENT);
    }

    /**
     * Migrates and ends the program.
     *
     * @param unread settings that have to have a value before it is known that the program will not serve
     */
    public static void run(String... unread) {
        // Set by the program, so that no environment has a say.
        System.setProperty("quarkus.init-and-exit", "true");
        System.setProperty("quarkus.flyway.migrate-at-start", "true");
        // It would find that what is about to be migrated is missing.
        System.setProperty("quarkus.flyway.validate-at-start", "false");
        System.setProperty("quarkus.oidc.tenant-enabled", "false");
        // It would compare the schema as the application user, whose password is not needed here.
        System.setProperty("quarkus.hibernate-orm.active", "false");
        for (String setting : unread) {
            System.setProperty(setting, "none");
        }
        Quarkus.run();
    }
}
