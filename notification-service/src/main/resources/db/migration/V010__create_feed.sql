-- SPDX-License-Identifier: Apache-2.0
-- What each party may know, endpoint or not, in the order in which it can be read. A channel is a party, or * for what
-- every partner may know, which is kept once for all of them. The row of a channel's counter is held to the end of the
-- transaction that takes numbers from it: whoever sees a number sees all that are lower.
CREATE TABLE feed (
    channel text   PRIMARY KEY,
    last    bigint NOT NULL
);

CREATE TABLE feed_entry (
    channel  text        NOT NULL,
    number   bigint      NOT NULL,
    event_id uuid        NOT NULL,
    type     text        NOT NULL,
    subject  text        NOT NULL,
    named    text[]      NOT NULL,
    taken_at timestamptz NOT NULL,
    PRIMARY KEY (channel, number)
);

COMMENT ON COLUMN feed_entry.named IS 'Of what is for all partners: parties that are told by name, too, and read it there.';

-- Up to where a party has said that it has what it may know.
CREATE TABLE feed_commit (
    party        text        PRIMARY KEY,
    own          bigint      NOT NULL,
    shared       bigint      NOT NULL,
    committed_at timestamptz NOT NULL
);

REVOKE UPDATE, DELETE, TRUNCATE ON feed_entry FROM ${app_user};
REVOKE DELETE, TRUNCATE ON feed, feed_commit FROM ${app_user};
