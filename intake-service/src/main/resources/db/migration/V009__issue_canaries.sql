-- SPDX-License-Identifier: Apache-2.0
-- Of which period the last canary was. One row, whose lock lets one replica issue that of a period.
CREATE TABLE canary (
    one       boolean     PRIMARY KEY DEFAULT true CHECK (one),
    period    timestamptz NOT NULL,
    issued_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON canary TO "${app_user}";
