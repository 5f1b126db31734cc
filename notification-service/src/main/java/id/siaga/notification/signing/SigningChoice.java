// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

import java.util.List;

/**
 * How requests to one endpoint are signed.
 *
 * @param schemes in the order of the header
 * @param secrets its own, the newest first: for a while after a change the old one signs along
 */
public record SigningChoice(List<SignatureScheme> schemes, List<SigningSecret> secrets) {}
