// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;

/** Proxies around what the relay calls, which tell a test of every call just before it is made. */
final class Halts {

    /** Calls that leave the process; the others change nothing that outlives it. */
    private static final Set<String> STEPS = Set.of(
            "getConnection",
            "execute",
            "executeQuery",
            "executeUpdate",
            "commit",
            "rollback",
            "initTransactions",
            "beginTransaction",
            "send",
            "commitTransaction",
            "abortTransaction");

    private final Consumer<String> before;

    Halts(Consumer<String> before) {
        this.before = before;
    }

    DataSource around(DataSource database) {
        return proxy(DataSource.class, database);
    }

    @SuppressWarnings("unchecked")
    Producer<byte[], byte[]> around(Producer<byte[], byte[]> producer) {
        return proxy(Producer.class, producer);
    }

    private <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (self, method, arguments) -> {
            if (STEPS.contains(method.getName())) {
                before.accept(type.getSimpleName() + "." + method.getName());
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            return switch (result) {
                case Connection connection -> proxy(Connection.class, connection);
                case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
                case null, default -> result;
            };
        };
        return type.cast(Proxy.newProxyInstance(Halts.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
