-- Partitions of months that are over, for a history that is brought in (the demo's, an adopted
-- one's). As closed as those of the months to come.
create function trastienda.crear_particiones_auditoria_desde(desde date) returns integer
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
            greatest(date_trunc('month', desde::timestamp),
                date_trunc('month', now() at time zone 'UTC') - interval '120 months'),
            date_trunc('month', now() at time zone 'UTC') - interval '1 month',
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

revoke execute on function trastienda.crear_particiones_auditoria_desde(date) from public;
grant execute on function trastienda.crear_particiones_auditoria_desde(date) to "${app}";
