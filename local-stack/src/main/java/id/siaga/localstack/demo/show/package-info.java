// SPDX-License-Identifier: Apache-2.0
/** How the demo is told and shown to those who watch. */
@NullMarked
package id.siaga.localstack.demo.show;

import org.jspecify.annotations.NullMarked;
