-- SPDX-License-Identifier: Apache-2.0
-- Some receivers want a token of their own issuer with every request.
ALTER TABLE endpoint
    ADD COLUMN oauth_token_url     text,
    ADD COLUMN oauth_client_id     text,
    ADD COLUMN oauth_scope         text,
    ADD COLUMN sealed_oauth_secret bytea,
    ADD CHECK ((oauth_token_url IS NULL) = (oauth_client_id IS NULL)),
    ADD CHECK (status = 'DELETED' OR (oauth_token_url IS NULL) = (sealed_oauth_secret IS NULL));
