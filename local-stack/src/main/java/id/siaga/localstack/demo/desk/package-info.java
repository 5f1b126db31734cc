// SPDX-License-Identifier: Apache-2.0
/** The scripted duty desk: it assesses, proposes, approves, serves, replies and checks, through the public API only. */
@NullMarked
package id.siaga.localstack.demo.desk;

import org.jspecify.annotations.NullMarked;
