// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.oauth;

import org.jspecify.annotations.NullMarked;
