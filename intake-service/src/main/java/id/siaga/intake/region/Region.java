// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.region;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A province.
 *
 * @param iso its code in ISO 3166-2:ID
 * @param kemendagri its code at the Ministry of Home Affairs, two digits
 * @param en its name in English
 * @param id its name in Indonesian
 */
@RegisterForReflection
public record Region(String iso, String kemendagri, String en, String id) {}
