-- SPDX-License-Identifier: Apache-2.0

create table platform (
    code           text primary key,
    name           text    not null,
    party          text    not null,
    representative boolean not null,
    receipt_rule   text    not null default 'ACKNOWLEDGEMENT' check (receipt_rule in ('ACKNOWLEDGEMENT', 'ENDPOINT_2XX'))
);
comment on column platform.representative is 'Whether somebody in the country answers for the platform.';
comment on column platform.receipt_rule is 'What proves receipt: an acknowledgement, or, if its owner accepted that, a 2xx of its endpoint.';

insert into platform (code, name, party, representative) values
    ('youtube', 'YouTube', 'google', true),
    ('facebook', 'Facebook', 'meta', true),
    ('instagram', 'Instagram', 'meta', true),
    ('threads', 'Threads', 'meta', true),
    ('whatsapp', 'WhatsApp', 'meta', true),
    ('tiktok', 'TikTok', 'tiktok', true),
    ('telegram', 'Telegram', 'telegram', true),
    ('snackvideo', 'SnackVideo', 'snackvideo', true),
    ('line', 'LINE', 'line', true),
    ('x', 'X', 'x', false);
