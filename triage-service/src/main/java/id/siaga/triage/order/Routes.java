// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.attempt.ServiceAttemptView;
import id.siaga.triage.order.attempt.ServiceAttempts;
import id.siaga.triage.order.withdrawal.Withdrawal;
import id.siaga.triage.order.withdrawal.Withdrawals;
import id.siaga.triage.platform.ContactRoute;
import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.platform.RouteKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which contact route comes next for an order, or for its withdrawal, which is brought to the platform anew. */
@ApplicationScoped
class Routes {

    private final Platforms platforms;
    private final ServiceAttempts attempts;
    private final Withdrawals withdrawals;

    Routes(Platforms platforms, ServiceAttempts attempts, Withdrawals withdrawals) {
        this.platforms = platforms;
        this.attempts = attempts;
        this.withdrawals = withdrawals;
    }

    /** The directory's entry for the platform of an order, as it stands. */
    Platform platform(String code) {
        Platform platform = platforms.byCode().get(code);
        if (platform == null) {
            throw new IllegalStateException("Every order's platform is in the directory");
        }
        return platform;
    }

    /** The first one that has not failed; none when it was served, or when all have failed. */
    Optional<ContactRoute> due(UUID orderId, Platform platform) {
        return ServiceAttempts.due(platform.contactRoutes(), tried(orderId));
    }

    /** The first one that has not failed and is a person's to take: endpoints are tried without one. */
    Optional<ContactRoute> byHand(UUID orderId, Platform platform) {
        return ServiceAttempts.due(
                platform.contactRoutes().stream()
                        .filter(route -> route.kind() != RouteKind.WEBHOOK)
                        .toList(),
                tried(orderId));
    }

    /** The endpoint, as long as it is not known to have failed. */
    Optional<ContactRoute> endpoint(UUID orderId, Platform platform) {
        return ServiceAttempts.due(
                platform.contactRoutes().stream()
                        .filter(route -> route.kind() == RouteKind.WEBHOOK)
                        .toList(),
                tried(orderId));
    }

    /** How it was tried to bring what the order says now to the platform. */
    List<ServiceAttemptView> tried(UUID orderId) {
        Instant since = withdrawals.of(orderId).map(Withdrawal::withdrawnAt).orElse(Instant.EPOCH);
        return attempts.of(orderId).stream()
                .filter(attempt -> !attempt.recordedAt().isBefore(since))
                .toList();
    }
}
