// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The resolver of the machine, with a limit that it lacks itself. On platform threads: a look-up blocks in native
 * code, and a few slow name servers would hold every carrier of the virtual threads. An address needs none.
 */
final class SystemResolver implements HostResolver {

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("resolve-", 0).factory());
    private final Duration limit;

    SystemResolver(Duration limit) {
        this.limit = limit;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (isAddress(host)) {
            return InetAddress.getAllByName(host);
        }
        Future<InetAddress[]> lookup = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        } catch (ExecutionException | TimeoutException unresolved) {
            throw new UnknownHostException("not resolved");
        }
    }

    /** Of hosts that were vetted: no other spelling of an address has come so far. */
    private static boolean isAddress(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }
}
