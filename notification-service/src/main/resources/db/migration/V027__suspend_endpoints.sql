-- SPDX-License-Identifier: Apache-2.0
-- Endpoints that are paused because their party is suspended, so that its readmission resumes these and no others.
ALTER TABLE endpoint ADD COLUMN suspended boolean NOT NULL DEFAULT false;
