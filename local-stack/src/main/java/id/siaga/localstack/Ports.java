// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds free ports on the loopback interface, below the range from which systems take the ports of outgoing
 * connections: a port picked there could be gone before its server has bound it.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 31_999;

    private final Set<Integer> taken = new HashSet<>();

    /** A port that nothing listens on and that this object has not given away. */
    public synchronized int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!taken.contains(port) && isFree(port)) {
                taken.add(port);
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
