// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of RFC 6962, and that it can be built branch by branch. */
class MerkleTreeTest {

    /** Those with which the implementations of Certificate Transparency test theirs. */
    private static final List<String> KNOWN =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theRootIsTheOneThatOthersCompute(int leaves, String root) {
        List<byte[]> hashes = KNOWN.stream()
                .limit(leaves)
                .map(HexFormat.of()::parseHex)
                .map(MerkleTree::leaf)
                .toList();
        assertEquals(root, HexFormat.of().formatHex(MerkleTree.root(hashes)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 512, 700, 1025})
    void branchByBranchItIsTheSameTree(int leaves) {
        // Given
        List<byte[]> hashes = hashes(leaves);
        // When
        List<byte[]> branches = new ArrayList<>();
        for (int i = 0; i < leaves; i += MerkleTree.BRANCH) {
            branches.add(MerkleTree.root(hashes.subList(i, Math.min(leaves, i + MerkleTree.BRANCH))));
        }
        // Then
        assertArrayEquals(MerkleTree.root(hashes), MerkleTree.root(branches));
    }

    @Test
    void everyPathLeadsToItsRootAndToNoOther() {
        for (int leaves = 1; leaves <= 20; leaves++) {
            List<byte[]> hashes = hashes(leaves);
            byte[] root = MerkleTree.root(hashes);
            for (int index = 0; index < leaves; index++) {
                List<byte[]> path = MerkleTree.path(index, hashes);
                assertTrue(MerkleTree.leads(hashes.get(index), index, leaves, path, root), index + " of " + leaves);
                assertFalse(MerkleTree.leads(new byte[32], index, leaves, path, root));
                assertFalse(MerkleTree.leads(hashes.get(index), index, leaves, path, new byte[32]));
            }
        }
    }

    private static List<byte[]> hashes(int leaves) {
        return IntStream.range(0, leaves)
                .mapToObj(i -> MerkleTree.leaf(
                        ByteBuffer.allocate(Integer.BYTES).putInt(i).array()))
                .toList();
    }
}
