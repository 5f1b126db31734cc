// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/** In clear, by whoever is on this machine. */
record ClearAccess() implements BrokerAccess {

    private static final String HOST = "127.0.0.1";

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Map<String, String> listeners(int port, int controllerPort) {
        return Map.of(
                "listeners",
                "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort,
                "advertised.listeners",
                "PLAINTEXT://" + HOST + ":" + port,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "listener.security.protocol.map",
                "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
    }

    @Override
    public List<String> users() {
        return List.of();
    }

    @Override
    public Map<String, Object> client() {
        return Map.of();
    }

    @Override
    public void describe(Properties facts) {
        // Nobody needs to know anything.
    }
}
