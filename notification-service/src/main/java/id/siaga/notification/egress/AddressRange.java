// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of IP addresses, as CIDR notation writes it. */
record AddressRange(BigInteger network, int prefix, int bits) {

    /** @throws IllegalArgumentException when the text is no address literal with a prefix length */
    static AddressRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        String literal = slash < 0 ? "" : cidr.substring(0, slash);
        // Only digits, dots and colons: a name here would be looked up, and mean another range tomorrow.
        if (!literal.matches("[0-9a-fA-F.:]+") || !cidr.substring(slash + 1).matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("not a CIDR range: " + cidr);
        }
        try {
            byte[] address = InetAddress.getByName(literal).getAddress();
            int bits = address.length * 8;
            int prefix = Integer.parseInt(cidr.substring(slash + 1));
            if (prefix > bits) {
                throw new IllegalArgumentException("prefix too long: " + cidr);
            }
            return new AddressRange(new BigInteger(1, address).shiftRight(bits - prefix), prefix, bits);
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException("not a CIDR range: " + cidr, notALiteral);
        }
    }

    boolean contains(InetAddress candidate) {
        byte[] address = candidate.getAddress();
        return address.length * 8 == bits
                && new BigInteger(1, address).shiftRight(bits - prefix).equals(network);
    }
}
