-- When the demo was loaded, in a database that holds one; its sales are made again from that
-- moment to go on with their files.
create table trastienda.demo_carga (
    unico boolean primary key default true check (unico),
    desde timestamptz not null
);
