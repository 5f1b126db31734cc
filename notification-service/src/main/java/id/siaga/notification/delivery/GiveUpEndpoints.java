// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.breaker.Trouble;
import id.siaga.notification.breaker.Troubles;
import id.siaga.notification.endpoint.EndEndpoint;
import id.siaga.notification.endpoint.EndpointDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Endpoints that have failed for days: their owners are warned, and in the end they are disabled, orders or not. */
@ApplicationScoped
public class GiveUpEndpoints {

    private static final int BATCH = 50;

    private final Troubles troubles;
    private final EndpointDirectory endpoints;
    private final EndEndpoint end;
    private final OwnerNews news;

    GiveUpEndpoints(Troubles troubles, EndpointDirectory endpoints, EndEndpoint end, OwnerNews news) {
        this.troubles = troubles;
        this.endpoints = endpoints;
        this.end = end;
        this.news = news;
    }

    /** Warns the owners of those whose time is half over, each once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void warn() {
        for (Trouble trouble : troubles.takeToWarn(BATCH)) {
            endpoints.owner(trouble.endpointId()).ifPresent(owner -> news.failing(trouble, owner));
        }
    }

    /** Disables those whose time is over, each in a transaction of its own. */
    public void disable() {
        List<Trouble> overdue = troubles.overdue(BATCH);
        overdue.forEach(trouble -> end.giveUp(trouble.endpointId()));
    }
}
