// SPDX-License-Identifier: Apache-2.0
/** The suite on one machine: real PostgreSQL, Kafka and Keycloak, the packaged services, one launcher. */
@NullMarked
package id.siaga.localstack;

import org.jspecify.annotations.NullMarked;
