// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Codes of territories. */
public final class Territories {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern CODE = Pattern.compile("([A-Z]{2})(-[A-Z0-9]{1,3})?");

    private Territories() {}

    /** Whether it reads as the ISO 3166-1 alpha-2 code of a country, or as an ISO 3166-2 code of a part of one. */
    public static boolean known(String code) {
        var parts = CODE.matcher(code);
        return parts.matches() && COUNTRIES.contains(parts.group(1));
    }
}
