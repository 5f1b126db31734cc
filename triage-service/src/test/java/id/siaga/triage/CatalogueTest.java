// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import id.siaga.web.Catalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyTextHasItsIndonesianAndNoIndonesianIsLeftOver() {
        Catalogue.read("/problems.id.yaml").assertIsOf(Path.of("target", "classes"));
    }
}
