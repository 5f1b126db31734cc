// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.casework.CaseContent;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Issues one order per platform of a case, naming all its locators there; within the approval's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class IssueOrders {

    private final Platforms platforms;
    private final Orders orders;
    private final OrderDesk desk;
    private final ServeNext routes;
    private final Clocks clocks;

    IssueOrders(Platforms platforms, Orders orders, OrderDesk desk, ServeNext routes, Clocks clocks) {
        this.platforms = platforms;
        this.orders = orders;
        this.desk = desk;
        this.routes = routes;
        this.clocks = clocks;
    }

    /** Whether any of this has a locator on a platform of the directory. */
    public boolean somebodyToAsk(List<CaseContent> contents) {
        return !byPlatform(contents, platforms.byCode()).isEmpty();
    }

    public List<UUID> issue(OrderDraft draft, List<CaseContent> contents, Actor by, Instant at) {
        Map<String, Platform> directory = platforms.byCode();
        List<UUID> issued = new ArrayList<>();
        byPlatform(unasked(draft, contents), directory).forEach((code, located) -> {
            Platform platform = directory.get(code);
            if (platform != null) {
                issued.add(issue(draft, platform, located, by, at));
            }
        });
        return issued;
    }

    /** A case that was opened again may have orders that go on; nobody is asked the same thing twice at once. */
    private List<CaseContent> unasked(OrderDraft draft, List<CaseContent> contents) {
        Set<UUID> asked = orders.asked(
                draft.instrument(), contents.stream().map(CaseContent::id).toList());
        return contents.stream()
                .filter(content -> !asked.contains(content.id()))
                .toList();
    }

    private static Map<String, List<CaseContent>> byPlatform(
            List<CaseContent> contents, Map<String, Platform> directory) {
        Map<String, List<CaseContent>> located = new TreeMap<>();
        contents.stream()
                .filter(content -> content.url() != null && directory.containsKey(content.platform()))
                .forEach(content -> located.computeIfAbsent(content.platform(), code -> new ArrayList<>())
                        .add(content));
        return located;
    }

    private UUID issue(OrderDraft draft, Platform platform, List<CaseContent> located, Actor by, Instant at) {
        UUID id = Uuid7.at(at);
        Asked asked = Asked.of(draft, platform.code(), platform.party());
        ClockSubject subject = asked.clockSubject(id);
        Instant serveBy = clocks.due(ClockKind.SERVICE, subject, at)
                .orElseThrow(() -> new IllegalStateException("No policy sets the time for service"));
        Order order = Order.issue(id, asked, serveBy, by, at);
        for (CaseContent content : located) {
            String url = content.url();
            if (url != null) {
                order.names(new OrderLocator(
                        Uuid7.at(at), order, order.locators().size(), content, url, draft.instrument()));
            }
        }
        orders.add(order);
        clocks.start(ClockKind.SERVICE, subject, at);
        desk.follow(order, null, order.history(), by);
        routes.issued(order, platform, at);
        return id;
    }
}
