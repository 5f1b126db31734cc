// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;

/** What this service refuses. */
public abstract sealed class NotificationRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private NotificationRefusal(Problem problem) {
        super(problem);
    }

    /** There is no such endpoint, or it is another party's: the answer is the same. */
    public static final class EndpointNotFound extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        EndpointNotFound() {
            super(Problem.notFound());
        }
    }

    /** The URL must not be called. */
    public static final class UrlRefused extends NotificationRefusal {

        private static final long serialVersionUID = 1L;

        UrlRefused(String why) {
            super(Problem.invalid("/url", why));
        }
    }
}
