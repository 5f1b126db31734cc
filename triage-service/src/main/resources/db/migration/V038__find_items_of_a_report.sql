-- SPDX-License-Identifier: Apache-2.0
create index reported_item_report on reported_item (report_id);
