// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** An event as it is stored, passed on byte for byte. */
public record StoredEvent(@JsonRawValue @JsonValue String json) {}
