-- The audit: appended to by the application, changed by nobody. Monthly partitions (UTC).

create sequence trastienda.auditoria_id;

create table trastienda.auditoria (
    id bigint not null default nextval('trastienda.auditoria_id'),
    cuando timestamptz not null default clock_timestamp(),
    usuario_id bigint,
    quien text not null,
    clase text not null check (clase in ('usuario', 'servicio', 'ciudadano', 'externo')),
    sesion_id bigint,
    direccion text,
    programa text,
    accion text not null,
    objeto text not null,
    cambios jsonb not null default '[]',
    motivo text,
    -- for the later seal: a chain of hashes, written when the row is
    sello_clave text,
    sello_anterior bytea,
    sello bytea,
    primary key (id, cuando)
) partition by range (cuando);
create index auditoria_objeto on trastienda.auditoria (objeto, id desc);
create index auditoria_usuario on trastienda.auditoria (usuario_id, id desc);
create index auditoria_cuando on trastienda.auditoria (cuando);

create function trastienda.auditoria_no_cambia() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    raise exception 'the audit is append-only: % on % refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger auditoria_no_cambia before update or delete on trastienda.auditoria
    for each row execute function trastienda.auditoria_no_cambia();
create trigger auditoria_no_se_vacia before truncate on trastienda.auditoria
    for each statement execute function trastienda.auditoria_no_cambia();

-- Makes the partitions of this month and so many after it; returns how many were made. Whatever
-- default privileges the database has, nobody but the owner has any right on a partition: rows
-- come and are read through the parent.
create function trastienda.crear_particiones_auditoria(meses integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    mes date;
    nombre text;
    rol record;
    hechas integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('trastienda.particiones'));
    for mes in
        select m::date from generate_series(
            date_trunc('month', now() at time zone 'UTC'),
            date_trunc('month', now() at time zone 'UTC')
                + make_interval(months => least(greatest(meses, 1), 24)),
            interval '1 month') m
    loop
        nombre := 'auditoria_' || to_char(mes, 'YYYYMM');
        if to_regclass('trastienda.' || nombre) is null then
            execute format(
                'create table trastienda.%I partition of trastienda.auditoria
                 for values from (%L) to (%L)',
                nombre, mes || ' 00:00:00+00', (mes + interval '1 month')::date || ' 00:00:00+00');
            execute format(
                'create trigger auditoria_no_se_vacia before truncate on trastienda.%I
                 for each statement execute function trastienda.auditoria_no_cambia()', nombre);
            execute format('revoke all on trastienda.%I from public', nombre);
            for rol in
                select distinct a.grantee::regrole::text as nombre
                from pg_class c cross join lateral aclexplode(c.relacl) a
                where c.oid = to_regclass('trastienda.' || nombre)
                    and a.grantee <> c.relowner and a.grantee <> 0
            loop
                execute format('revoke all on trastienda.%I from %s', nombre, rol.nombre);
            end loop;
            hechas := hechas + 1;
        end if;
    end loop;
    return hechas;
end $$;

revoke execute on function trastienda.crear_particiones_auditoria(integer) from public;
grant execute on function trastienda.crear_particiones_auditoria(integer) to "${app}";

select trastienda.crear_particiones_auditoria(3);

revoke all on trastienda.auditoria from public;
revoke all on trastienda.auditoria from "${app}";
grant select, insert on trastienda.auditoria to "${app}";
grant usage on sequence trastienda.auditoria_id to "${app}";
