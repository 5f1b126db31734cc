-- SPDX-License-Identifier: Apache-2.0
-- What serves is not the owner, and compares what it needs with what was migrated before it starts.
GRANT SELECT ON "${flyway:table}" TO "${app_user}";
