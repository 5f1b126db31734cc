-- SPDX-License-Identifier: Apache-2.0
-- What the tests' writers change and their consumers effect.
CREATE TABLE thing (
    id      text PRIMARY KEY,
    version bigint NOT NULL DEFAULT 0
);
CREATE TABLE effect (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id uuid   NOT NULL,
    subject  text   NOT NULL,
    sequence bigint NOT NULL,
    trace    text
);
