-- SPDX-License-Identifier: Apache-2.0
-- What operators have said of parties: the latest version of each holds, and nothing is taken back.
CREATE TABLE party_standing (
    party      text        NOT NULL CHECK (char_length(party) BETWEEN 1 AND 63),
    version    integer     NOT NULL CHECK (version > 0),
    standing   text        NOT NULL CHECK (standing IN ('ADMITTED', 'SUSPENDED', 'LEFT')),
    roles      text[]      NOT NULL,
    reason     text,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (party, version),
    CHECK (standing = 'ADMITTED' OR reason IS NOT NULL)
);

GRANT SELECT, INSERT ON party_standing TO ${app_user};
