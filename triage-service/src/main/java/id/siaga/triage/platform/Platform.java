// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

/**
 * One entry of the directory.
 *
 * @param code as in content keys
 * @param party the organisation that answers for it
 * @param representative whether somebody in the country answers for it
 * @param receiptRule what proves receipt
 */
public record Platform(String code, String name, String party, boolean representative, ReceiptRule receiptRule) {}
