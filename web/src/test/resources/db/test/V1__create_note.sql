-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE note (id uuid PRIMARY KEY);
GRANT SELECT, INSERT ON note TO ${app_user};
