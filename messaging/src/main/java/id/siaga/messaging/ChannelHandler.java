// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

/** What takes the events of one channel: as they come, and again from its dead letters. */
public interface ChannelHandler extends EventHandler {

    /** The channel's name within its service. */
    String channel();
}
