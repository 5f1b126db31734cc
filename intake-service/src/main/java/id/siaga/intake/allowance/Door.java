// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import id.siaga.web.Callers;
import id.siaga.web.Limited;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes one from the caller's allowance before a request is looked at. It counts as a report whatever becomes of it, so
 * that what we refuse, or have answered before, cannot flood us either.
 */
class Door {

    private final Callers callers;
    private final Allowance allowance;

    Door(Callers callers, Allowance allowance) {
        this.callers = callers;
        this.allowance = allowance;
    }

    @Limited
    @ServerRequestFilter
    void pass(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.GET)) {
            allowance.read(callers.current());
        } else {
            allowance.take(callers.current(), 1);
        }
    }
}
