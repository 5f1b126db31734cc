// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.category;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * A kind of harm.
 *
 * @param code what requests and events say
 * @param urgent whether the law asks for action within hours
 * @param election whether content of this kind is about an election by nature
 * @param dsa the keyword of the DSA transparency vocabulary, where there is one
 * @param en the label in English
 * @param id the label in Indonesian
 */
@RegisterForReflection
public record Category(
        String code,
        boolean urgent,
        boolean election,
        @Nullable String dsa,
        String en,
        String id) {}
