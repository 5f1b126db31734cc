// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.answer.CheckRequest;
import id.siaga.triage.record.Actor;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A person looks at what a platform says it did; when every locator was looked at, the order is closed. */
@ApplicationScoped
public class CheckOrder {

    private final OrderDesk desk;
    private final Clock clock;

    CheckOrder(OrderDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Transactional
    public void check(UUID id, CheckRequest request, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(null, id, by, now, order -> {
            order.expect(OrderStatus.CLOSED);
            for (int i = 0; i < request.findings().size(); i++) {
                CheckRequest.Found found = request.findings().get(i);
                String pointer = "/findings/" + i + "/locatorId";
                order.locators().stream()
                        .filter(locator -> locator.id().equals(found.locatorId()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidRequest(pointer, "is no locator of this order"))
                        .check(found.finding(), found.note(), by, now);
            }
            order.closeIfChecked(by, now);
        });
    }
}
