// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Beats as long as this replica lives, and lets clocks be due later where none did. */
@ApplicationScoped
class PulseWatch {

    private final Pulse pulse;
    private final ExtendClocks extending;
    private final Duration beat;
    private @Nullable Watch watch;

    PulseWatch(
            Pulse pulse,
            ExtendClocks extending,
            @ConfigProperty(name = "siaga.clock.beat", defaultValue = "5s") Duration beat) {
        this.pulse = pulse;
        this.extending = extending;
        this.beat = beat;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("pulse-watch", this::beat, beat);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }

    private int beat() {
        pulse.beat();
        return extending.extendSome();
    }
}
