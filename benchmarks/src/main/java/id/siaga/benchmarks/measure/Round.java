// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import id.siaga.benchmarks.machine.CpuUse;

/** One contestant's turn in one round: what it did, and who used the machine meanwhile. */
public record Round(Sample sample, CpuUse cpu) {}
