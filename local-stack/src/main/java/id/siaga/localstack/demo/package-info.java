// SPDX-License-Identifier: Apache-2.0
/** The scripted demonstration: reporters, a duty desk and the far side at work through the public APIs, and an honest account of it. */
@NullMarked
package id.siaga.localstack.demo;

import org.jspecify.annotations.NullMarked;
