// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.Arrays;
import java.util.List;

/** {@code ./siaga up}: starts the suite and keeps it up until Ctrl-C. */
public final class Launcher {

    private Launcher() {}

    /** Understands {@code --fresh} and {@code --port PART=NUMBER}; ends with 1 and one line when anything fails. */
    public static void main(String... arguments) {
        try (LocalStack stack = LocalStack.start(options(Arrays.asList(arguments)))) {
            stack.endpoints()
                    .services()
                    .forEach((name, service) -> System.out.printf("%-21s %s%n", name, service.swaggerUi()));
            System.out.printf("%-21s %s%n", "all endpoints", stack.endpointsFile());
            System.out.println("Ctrl-C stops the suite.");
            stack.awaitEnd();
        } catch (StackFailure failure) {
            System.err.println("siaga: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static StackOptions options(List<String> arguments) {
        StackOptions options = StackOptions.ofThisCheckout();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--fresh")) {
                options = options.withFreshData(true);
            } else if (argument.equals("--port") && i + 1 < arguments.size()) {
                i++;
                options = options.withPort(arguments.get(i));
            } else {
                throw new StackFailure("unknown option " + argument + ", try ./siaga --help");
            }
        }
        return options;
    }
}
