// SPDX-License-Identifier: Apache-2.0
/** The far side on one machine: platforms and reporters that receive webhooks, fail now and then, and answer by the public API. */
@NullMarked
package id.siaga.localstack.platform;

import org.jspecify.annotations.NullMarked;
