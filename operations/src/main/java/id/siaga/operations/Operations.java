// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations;

import id.siaga.operations.party.PartyCommand;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program: {@code party ...}. Exit code 0 when it is done, 1 when not, 2 when it was asked for in the wrong way. */
@Command(name = "siaga", description = "Commands of an operator.", synopsisSubcommandLabel = "COMMAND")
public final class Operations implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Tell what it does and with which options.")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    private final CommandLine line = new CommandLine(this);

    private Operations() {}

    public static void main(String[] arguments) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            PrintWriter out = new PrintWriter(System.out, true, System.out.charset());
            System.exit(run(
                    System.getenv(), http, out, new PrintWriter(System.err, true, System.err.charset()), arguments));
        }
    }

    /** As the program does it, for a caller in this process. */
    public static int run(
            Map<String, String> environment, HttpClient http, PrintWriter out, PrintWriter err, String... arguments) {
        Operations operations = new Operations();
        return operations
                .line
                .addSubcommand(new PartyCommand(() -> Suite.of(environment, http), out))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, failed, parsed) -> {
                    if (exception instanceof Failure failure) {
                        err.println("siaga: " + failure.getMessage());
                        return 1;
                    }
                    throw exception;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        line.usage(line.getOut());
    }
}
