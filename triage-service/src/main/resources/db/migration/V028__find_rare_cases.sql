-- SPDX-License-Identifier: Apache-2.0

-- What few cases have is found from here and sorted; what many have is met soon in the queue's own order, and each of these
-- answers then whether a case has it. The database chooses by how frequent it is.
create index content_platform on content (platform, case_id);
create index reported_item_region on reported_item (region, case_id) where withdrawn_at is null and region is not null;
create index case_flag_flag on case_flag (flag, case_id);
create index case_file_queue_by_category on case_file (category, queued_as_of, id);
