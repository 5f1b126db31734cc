// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import id.siaga.web.Catalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void everyTextHasItsIndonesianAndNoIndonesianIsLeftOver() {
        Catalogue.read("/problems.id.yaml")
                .assertIsOf(
                        Path.of("target", "classes"),
                        "id/siaga/notification/egress/UnsafeDestination",
                        "id/siaga/notification/endpoint/NotificationRefusal$EndpointRefused");
    }
}
