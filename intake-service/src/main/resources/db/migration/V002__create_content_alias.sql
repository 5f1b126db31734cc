-- SPDX-License-Identifier: Apache-2.0
-- Two keys of one content. A row leads straight to the key that stands for all of them, never to another row: a lookup is
-- one step, and there is no way round in a circle. Whoever writes holds the advisory lock of AliasTable.
CREATE TABLE content_alias (
    key            text        PRIMARY KEY CHECK (length(key) <= 1200),
    representative text        NOT NULL CHECK (length(representative) <= 1200 AND representative <> key),
    source         text        NOT NULL CHECK (source IN ('DESK', 'REKEY')),
    recorded_at    timestamptz NOT NULL
);

CREATE INDEX content_alias_of ON content_alias (representative);

-- Which key was reported first. Keys may be long, and are only ever compared for equality.
CREATE INDEX report_item_of_content ON report_item USING hash (content_key);

-- How far the run has come that reads stored items by the rules of a version.
CREATE TABLE rekey_run (
    rule_version integer     PRIMARY KEY,
    last_item    uuid,
    items        bigint      NOT NULL DEFAULT 0,
    differing    bigint      NOT NULL DEFAULT 0,
    refused      bigint      NOT NULL DEFAULT 0,
    aliases      bigint      NOT NULL DEFAULT 0,
    started_at   timestamptz NOT NULL,
    finished_at  timestamptz
);

GRANT SELECT, INSERT, UPDATE, DELETE ON content_alias, rekey_run TO "${app_user}";
