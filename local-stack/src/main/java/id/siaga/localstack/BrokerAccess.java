// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** By what clients get to a broker, and the broker to itself. */
sealed interface BrokerAccess permits ClearAccess, SecuredAccess {

    String CONTROLLER = "CONTROLLER";

    /** By which name clients are to call it. */
    String host();

    /** What the broker is told of its listeners, those of controller and clients both bound to the same interface. */
    Map<String, String> listeners(int port, int controllerPort) throws IOException;

    /** Users that are known from the beginning, as {@code kafka-storage format} takes them. */
    List<String> users();

    /** How somebody who may do anything gets in, beside where the broker is. */
    Map<String, Object> client() throws IOException;

    void describe(Properties facts);
}
