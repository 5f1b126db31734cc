// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
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
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The packaged suite with a real Keycloak, started once for all tests of this module and given to them as {@link Api}, {@link
 * LocalStack} or {@link SpanReceiver}. It logs and traces as in production.
 */
public final class RunningSuite implements ParameterResolver {

    /** The data folder of the suite. */
    public static final Path DATA = Path.of("target", "siaga").toAbsolutePath();

    private static final Namespace NAMESPACE = Namespace.create(RunningSuite.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Api.class || type == LocalStack.class || type == SpanReceiver.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running suite =
                context.getRoot().getStore(NAMESPACE).computeIfAbsent("suite", key -> new Running(), Running.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == SpanReceiver.class) {
            return suite.spans();
        }
        return type == Api.class ? suite.api() : suite.stack();
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

        private final SpanReceiver spans;
        private final LocalStack stack;
        private final Receipts receipts;
        private final Api api;

        Running() {
            keepPrograms(DATA);
            spans = new SpanReceiver();
            stack = LocalStack.start(StackOptions.of(Checkout.ROOT)
                    .withData(DATA)
                    .withFreshData(true)
                    .withServices(new ServiceOptions(Checkout.SERVICES, false, asInProduction(spans)))
                    .withNatives(System.getProperty("siaga.native", "")));
            receipts = new Receipts(DATA.resolve("receipts.ndjson"));
            try {
                api = new Api(Suite.read(stack.endpointsFile()), receipts, Backoff.patient(), Clock.systemUTC());
            } catch (IOException exception) {
                stack.close();
                throw new IllegalStateException(exception);
            }
        }

        private static Map<String, String> asInProduction(SpanReceiver spans) {
            return Map.of(
                    "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                    "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", spans.url(),
                    "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                    "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "200ms");
        }

        SpanReceiver spans() {
            return spans;
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
            spans.close();
        }
    }
}
