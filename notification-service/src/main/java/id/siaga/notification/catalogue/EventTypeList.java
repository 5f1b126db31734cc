// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import jakarta.validation.constraints.Size;
import java.util.List;

/** All types of events that a party can be told. */
public record EventTypeList(@Size(max = 200) List<EventTypeView> eventTypes) {}
