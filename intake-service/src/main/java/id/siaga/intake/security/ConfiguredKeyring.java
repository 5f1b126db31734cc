// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.security;

import id.siaga.keyring.Keyring;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's keyring, made at start: a missing or broken one stops it at once. */
class ConfiguredKeyring {

    @Produces
    @Singleton
    @Startup
    Keyring keyring(@ConfigProperty(name = "siaga.keyring") String keyset) {
        return new Keyring(keyset);
    }
}
