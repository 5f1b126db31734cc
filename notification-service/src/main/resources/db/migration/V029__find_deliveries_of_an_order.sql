-- SPDX-License-Identifier: Apache-2.0
CREATE INDEX delivery_of_order_issued ON delivery (subject COLLATE "C") WHERE event_type = 'id.siaga.order.issued.v1';
