-- SPDX-License-Identifier: Apache-2.0
-- What somebody had told again, to whoever had lost it.
CREATE TABLE restatement (
    id       uuid        PRIMARY KEY,
    at       timestamptz NOT NULL,
    book     text        NOT NULL,
    party    text        NOT NULL,
    who      text        NOT NULL,
    reason   text        NOT NULL,
    subjects uuid[]      NOT NULL,
    restated integer     NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON restatement FROM "${app_user}";
