-- SPDX-License-Identifier: Apache-2.0
-- What a next version may add while this one works: a column that this one does not know, and a table.
ALTER TABLE delivery ADD COLUMN next_note text NOT NULL DEFAULT '';
CREATE TABLE next_thing (id uuid PRIMARY KEY);
