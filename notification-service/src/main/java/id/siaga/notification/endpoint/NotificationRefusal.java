// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import id.siaga.web.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What this service refuses. */
public abstract sealed class NotificationRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private static final String GONE = "Events from then are no longer kept";

    private NotificationRefusal(Problem problem) {
        super(problem);
    }

    /** There is no such endpoint, or it is another party's: the answer is the same. */
    public static final class EndpointNotFound extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public EndpointNotFound() {
            super(Problem.notFound());
        }
    }

    /** Something of an endpoint cannot be so. */
    public static final class EndpointRefused extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        EndpointRefused(String pointer, String why) {
            super(Problem.invalid(pointer, why));
        }
    }

    /** An endpoint is in a status that does not allow this. */
    public static final class NotNow extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        NotNow(EndpointStatus status) {
            super(Problem.of(
                            409,
                            "illegal-transition",
                            "Not possible in this state",
                            Text.of("The endpoint is {0}.", status.name()))
                    .with("state", status.name())
                    .with("allowed", status.next().stream().map(Enum::name).toList()));
        }
    }

    /** As many wait for events in this replica, or of this party, as may. */
    public static final class StreamsFull extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public StreamsFull() {
            super(Problem.of(
                    503,
                    "streams-full",
                    "Too many wait for events here",
                    "Come again in a while, or read without waiting."));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", "5");
        }
    }

    /** What follows a place in the feed is no longer kept, or some of it: who read on would not know what it misses. */
    public static final class EventsGone extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        /**
         * The refusal.
         *
         * @param next from where nothing is missing
         */
        public EventsGone(Instant keptSince, String next) {
            super(Problem.of(410, "events-gone", GONE, "Some of what followed this place is gone. Go on from next.")
                    .with("keptSince", keptSince.toString())
                    .with("next", next));
        }
    }

    /** The event of a delivery is no longer kept, and so cannot be sent again. */
    public static final class EventGone extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public EventGone(Instant keptSince) {
            super(Problem.of(410, "events-gone", GONE, "The event of this delivery is gone.")
                    .with("keptSince", keptSince.toString()));
        }
    }

    /** Nobody publishes such events, or not to parties. */
    public static final class EventTypeNotFound extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public EventTypeNotFound() {
            super(Problem.notFound());
        }
    }

    /** A delivery has ended, and so cannot be cancelled. */
    public static final class DeliveryEnded extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public DeliveryEnded(String status) {
            super(Problem.of(
                            409,
                            "illegal-transition",
                            "Not possible in this state",
                            Text.of("The delivery is {0}.", status))
                    .with("state", status)
                    .with("allowed", List.of("PENDING")));
        }
    }

    /** A delivery is being tried at this moment. */
    public static final class DeliveryInFlight extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public DeliveryInFlight() {
            super(Problem.of(
                    409,
                    "delivery-in-flight",
                    "The delivery is being tried",
                    "Ask again when it is known how that went."));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", "10");
        }
    }

    /** What an order tells its platform is not called off by the platform. */
    public static final class OrderMustArrive extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public OrderMustArrive() {
            super(
                    Problem.of(
                            409,
                            "order-must-arrive",
                            "An order must arrive",
                            "What an order tells you is not yours to cancel. While your endpoint is paused, it goes another way."));
        }
    }

    /** One recovery or replay of an endpoint runs at a time. */
    public static final class RecoveryRunning extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public RecoveryRunning(UUID id) {
            super(Problem.of(409, "recovery-running", "A recovery or replay of the endpoint is running")
                    .with("recoveryId", id));
        }
    }

    /** One rehearsal of an endpoint runs at a time. */
    public static final class RehearsalRunning extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        public RehearsalRunning() {
            super(Problem.of(409, "rehearsal-running", "A rehearsal of the endpoint is running"));
        }
    }
}
