// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a case is about: at a URL, or a quoted text. */
public record CaseContent(
        UUID id,
        String key,
        String platform,
        String kind,
        @Nullable String url,
        @Nullable String text) {}
