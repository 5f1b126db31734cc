// SPDX-License-Identifier: Apache-2.0
/** The demo's script: who reports what in which scene, and what the desk does about it. Its text is data, in reports.json and plays.json. */
@NullMarked
package id.siaga.localstack.demo.script;

import org.jspecify.annotations.NullMarked;
