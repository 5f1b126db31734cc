// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyTextHasItsIndonesianAndNoIndonesianIsLeftOver() {
        Catalogue.read("/web-problems.id.yaml").assertIsOf(Path.of("target", "classes"));
    }
}
