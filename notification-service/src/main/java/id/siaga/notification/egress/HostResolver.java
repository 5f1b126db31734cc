// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a host into its addresses; the system's resolver, or a hostile one in tests. */
@FunctionalInterface
interface HostResolver {

    InetAddress[] resolve(String host) throws UnknownHostException;
}
