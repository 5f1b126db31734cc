// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hash tree of RFC 6962, section 2.1. Over the roots of its leaves, taken {@link #BRANCH} by {@link #BRANCH}, it is the
 * same tree, since it is split at powers of two.
 */
final class MerkleTree {

    /** Leaves of a branch. */
    static final int BRANCH = 256;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    static byte[] leaf(byte[] data) {
        return sha256(new byte[] {LEAF}, data);
    }

    /** The root over hashes of leaves, or of branches. */
    static byte[] root(List<byte[]> hashes) {
        return switch (hashes.size()) {
            case 0 -> sha256();
            case 1 -> hashes.getFirst();
            default -> {
                int left = split(hashes.size());
                yield node(root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
            }
        };
    }

    /** What the hash at the index is joined with on its way to the root, the nearest first. */
    static List<byte[]> path(int index, List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return List.of();
        }
        int left = split(hashes.size());
        List<byte[]> path;
        if (index < left) {
            path = new ArrayList<>(path(index, hashes.subList(0, left)));
            path.add(root(hashes.subList(left, hashes.size())));
        } else {
            path = new ArrayList<>(path(index - left, hashes.subList(left, hashes.size())));
            path.add(root(hashes.subList(0, left)));
        }
        return path;
    }

    /** Whether the path leads from the hash of a leaf to the root, as RFC 9162, section 2.1.3.2, computes it. */
    static boolean leads(byte[] leaf, long index, long leaves, List<byte[]> path, byte[] root) {
        long place = index;
        long last = leaves - 1;
        byte[] hash = leaf;
        for (byte[] other : path) {
            if (last == 0) {
                return false;
            }
            if (place % 2 == 1 || place == last) {
                hash = node(other, hash);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = node(hash, other);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** The largest power of two that is less. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {NODE}, left, right);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
