// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

/** Whether somebody has looked. */
public enum TaskStatus {
    OPEN,
    DONE
}
