// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

/** What a platform has agreed to count as receipt, beside its acknowledgement and service by another channel. */
public enum ReceiptRule {
    ACKNOWLEDGEMENT,
    ENDPOINT_2XX
}
