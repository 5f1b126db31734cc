// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.platform.OwnReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./siaga up}: starts the suite and keeps it up until Ctrl-C. */
public final class Launcher {

    private StackOptions options = StackOptions.ofThisCheckout();
    private @Nullable OwnReceiver receiver;

    private Launcher() {}

    /**
     * Understands {@code --fresh}, {@code --port PART=NUMBER}, {@code --platform-url URL} and {@code --canary}; ends with 1 and
     * one line when anything fails.
     */
    public static void main(String... arguments) {
        try {
            Launcher launcher = new Launcher();
            launcher.read(List.of(arguments).iterator());
            launcher.run();
        } catch (StackFailure | IllegalArgumentException | Api.Unreachable | Answer.Refused | IOException failure) {
            System.err.println("siaga: " + failure.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        try (LocalStack stack = LocalStack.start(options)) {
            stack.endpoints()
                    .services()
                    .forEach((name, service) -> System.out.printf("%-21s %s%n", name, service.swaggerUi()));
            System.out.printf("%-21s %s%n", "all endpoints", stack.endpointsFile());
            if (receiver != null) {
                Path secrets = receiver.register(stack.endpointsFile(), options.data(), Clock.systemUTC());
                System.out.printf("%-21s %s%n", "webhook secrets", secrets);
            }
            System.out.println("Ctrl-C stops the suite.");
            stack.awaitEnd();
        }
    }

    private void read(Iterator<String> words) {
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--fresh" -> options = options.withFreshData(true);
                case "--port" -> options = options.withPort(value(word, words));
                case "--canary" -> options = options.withCanary();
                case "--platform-url" -> receiver = OwnReceiver.at(value(word, words));
                default -> throw new StackFailure("unknown option " + word + ", try ./siaga --help");
            }
        }
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new StackFailure(option + " needs a value, try ./siaga --help");
        }
        return words.next();
    }
}
