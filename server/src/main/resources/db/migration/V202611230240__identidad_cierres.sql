-- An address that failed too often: since when it is closed, and how many knocked since. The audit
-- gets one line for all of them.
create table trastienda.cierres_ingreso (
    direccion text primary key,
    desde timestamptz not null,
    hasta timestamptz not null,
    intentos bigint not null
);
create index cierres_ingreso_hasta on trastienda.cierres_ingreso (hasta);
