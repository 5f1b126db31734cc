// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.endpoint.ConfirmEndpoint;
import id.siaga.notification.endpoint.EndpointToVerify;
import id.siaga.notification.endpoint.FindEndpoints;
import id.siaga.notification.endpoint.NotificationRefusal;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Has an endpoint challenged, and says how it went. */
@ApplicationScoped
class AskChallenge {

    private static final int LENGTH = 32;

    private final Challenges challenges;
    private final ConfirmEndpoint confirm;
    private final FindEndpoints endpoints;
    private final Event<ChallengeAsked> asked;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AskChallenge(
            Challenges challenges,
            ConfirmEndpoint confirm,
            FindEndpoints endpoints,
            Event<ChallengeAsked> asked,
            Clock clock) {
        this.challenges = challenges;
        this.confirm = confirm;
        this.endpoints = endpoints;
        this.asked = asked;
        this.clock = clock;
    }

    /** In the transaction that names the URL; it is called when that has committed. */
    void of(@Observes EndpointToVerify endpoint) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] text = new byte[LENGTH];
        random.nextBytes(text);
        challenges.ask(new Challenge(
                Uuid7.at(now),
                endpoint.endpointId(),
                endpoint.url(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(text),
                0,
                now));
        asked.fire(new ChallengeAsked());
    }

    @Transactional
    VerificationView again(Caller caller, UUID endpointId) {
        confirm.ask(caller, endpointId);
        return read(endpointId);
    }

    @Transactional
    VerificationView get(Caller caller, UUID endpointId) {
        return read(endpoints.get(caller, endpointId).id());
    }

    private VerificationView read(UUID endpointId) {
        return challenges.find(endpointId).orElseThrow(NotificationRefusal.EndpointNotFound::new);
    }
}
