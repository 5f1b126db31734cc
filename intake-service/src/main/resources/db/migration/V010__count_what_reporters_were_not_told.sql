-- SPDX-License-Identifier: Apache-2.0
-- Numbers of a report's history of which its reporter was told nothing, since it did them itself: what is left of
-- status_version is how much whoever follows the report must have been told.
ALTER TABLE report ADD untold bigint NOT NULL DEFAULT 0;
-- Nobody who follows what changes is to read all reports again.
ALTER TABLE report DISABLE TRIGGER report_changes;
UPDATE report SET untold = status_version
    - (SELECT count(*) FROM report_change c WHERE c.report_id = report.id AND c.kind = 'STATUS')
WHERE status_version > 0;
ALTER TABLE report ENABLE TRIGGER report_changes;
COMMENT ON COLUMN report.untold IS
    'Of status_version; less than 0 where somebody was told more, before the database was restored to an earlier time.';
