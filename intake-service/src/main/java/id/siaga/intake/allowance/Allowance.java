// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Grants a caller what its party and unit may still take. */
@ApplicationScoped
public class Allowance {

    static final String REPORTS = "reports";
    static final String READS = "reads";

    private static final Logger LOG = Logger.getLogger(Allowance.class);

    private final Policies policies;
    private final Buckets buckets;
    private final AllowanceMetrics metrics;

    Allowance(Policies policies, Buckets buckets, AllowanceMetrics metrics) {
        this.policies = policies;
        this.buckets = buckets;
        this.metrics = metrics;
    }

    /**
     * Takes as many reports from the caller's allowance, all or none, whatever becomes of the caller's transaction. The
     * door has taken one for the request already (see {@link Door}): a request with n reports takes n - 1 more.
     *
     * @throws AllowanceRefusal 429, when there are not as many left
     */
    public void take(Caller caller, int reports) {
        if (reports > 0) {
            take(REPORTS, caller, policies.reports(caller.party()), reports);
        }
    }

    void read(Caller caller) {
        take(READS, caller, policies.reads(caller.party()), 1);
    }

    private void take(String what, Caller caller, List<Policy> limits, int count) {
        Taking taking;
        try {
            taking = buckets.take(
                    what + " " + caller.party() + " " + caller.unit().orElse(""), limits, count);
        } catch (RuntimeException unreachable) {
            // The door never loses a report because somebody could not count it. Whoever has no database at all will
            // say so a moment later, when the report itself cannot be stored.
            LOG.warnf("Allowance not counted: %s", unreachable.toString());
            metrics.uncounted();
            return;
        }
        if (!taking.granted()) {
            AllowanceRefusal refusal = new AllowanceRefusal(taking);
            metrics.refused(what, refusal.limit());
            throw refusal;
        }
    }
}
