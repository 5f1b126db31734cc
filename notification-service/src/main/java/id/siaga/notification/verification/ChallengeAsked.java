// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

/** A challenge is due at once; raised in the transaction that asks for it, to be heard when it has committed. */
record ChallengeAsked() {}
