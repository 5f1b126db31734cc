-- SPDX-License-Identifier: Apache-2.0
-- What is known of a subject can be counted, and held against what its service has told of it.
ALTER TABLE event ADD COLUMN sequence bigint;
COMMENT ON COLUMN event.sequence IS 'Of the event, as it stands in its body; null in what was taken before there was this column.';
CREATE INDEX event_of_subject ON event (subject COLLATE "C");
