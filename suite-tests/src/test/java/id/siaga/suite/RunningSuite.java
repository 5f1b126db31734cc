// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import id.siaga.localstack.LocalStack;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The packaged suite with a real Keycloak, started once for all tests of this module and given to them as {@link Api} or {@link LocalStack}. */
public final class RunningSuite implements ParameterResolver {

    /** The data folder of the suite. */
    public static final Path DATA = Path.of("target", "siaga").toAbsolutePath();

    private static final Namespace NAMESPACE = Namespace.create(RunningSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Api.class || type == LocalStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running suite =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent("suite", key -> new Running(), Running.class);
        return parameter.getParameter().getType() == Api.class ? suite.api() : suite.stack();
    }

    /** Keycloak is built once for all modules: the tests of local-stack have done it when all tests are run. */
    public static void keepPrograms(Path data) {
        Path link = data.resolve("programs");
        try {
            Path kept = Files.createDirectories(Checkout.ROOT.resolve("local-stack/target/programs"));
            Files.createDirectories(data);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, kept);
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Closed by the store when the last test of the module is over. */
    private static final class Running implements AutoCloseable {

        private final LocalStack stack;
        private final Receipts receipts;
        private final Api api;

        Running() {
            keepPrograms(DATA);
            stack = LocalStack.start(StackOptions.of(Checkout.ROOT)
                    .withData(DATA)
                    .withFreshData(true)
                    .withNatives(System.getProperty("siaga.native", "")));
            receipts = new Receipts(DATA.resolve("receipts.ndjson"));
            try {
                api = new Api(Suite.read(stack.endpointsFile()), receipts, Backoff.patient(), Clock.systemUTC());
            } catch (IOException exception) {
                stack.close();
                throw new IllegalStateException(exception);
            }
        }

        Api api() {
            return api;
        }

        LocalStack stack() {
            return stack;
        }

        @Override
        public void close() {
            receipts.close();
            stack.close();
        }
    }
}
