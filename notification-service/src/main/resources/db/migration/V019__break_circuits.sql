-- SPDX-License-Identifier: Apache-2.0
-- A row exists while an endpoint fails: from its first failure to its next success. Whoever succeeds at an endpoint that is
-- well writes nothing. Once the breaker is open (opened_at), information waits until probe_at, when one is let through; while
-- that is probing, probe_at is when whoever tries it is heard of no more.
CREATE TABLE endpoint_trouble (
    endpoint_id   uuid        PRIMARY KEY,
    failures      integer     NOT NULL,
    failing_since timestamptz NOT NULL,
    opened_at     timestamptz,
    probe_at      timestamptz,
    probing       boolean     NOT NULL DEFAULT false,
    warned_at     timestamptz,
    CHECK ((opened_at IS NULL) = (probe_at IS NULL))
);

CREATE INDEX endpoint_trouble_probe ON endpoint_trouble (probe_at) WHERE probe_at IS NOT NULL;
CREATE INDEX endpoint_trouble_since ON endpoint_trouble (failing_since);
