-- What another program writes into the seed's tables is told and audited like our own work, with
-- the actor `externo`. Our own pools name themselves (trastienda.es_nuestra) and tell for
-- themselves.

-- HMAC-SHA256, RFC 2104, for keys of at most 64 bytes.
create function trastienda.hmac_sha256(clave bytea, mensaje bytea) returns bytea
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    dentro bytea := clave || decode(repeat('00', 64 - length(clave)), 'hex');
    fuera bytea := dentro;
begin
    for i in 0..63 loop
        dentro := set_byte(dentro, i, get_byte(dentro, i) # 54);
        fuera := set_byte(fuera, i, get_byte(fuera, i) # 92);
    end loop;
    return sha256(fuera || sha256(dentro || mensaje));
end $$;

-- As SensitiveValues masks: at most half of the value as its tail, and a keyed hash once there is a
-- key.
create function trastienda.enmascarar(valor text) returns text
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    clave bytea;
    cola integer := case when length(valor) < 6 then 0 else least(4, length(valor) / 2) end;
begin
    if valor is null or valor = '' then
        return valor;
    end if;
    select s.valor into clave from trastienda.secretos s where s.nombre = 'valores_sensibles';
    return '••••' || case when cola = 0 then '' else right(valor, cola) end || coalesce('#' || left(encode(
        trastienda.hmac_sha256(clave, convert_to(valor, 'UTF8')), 'hex'), 8), '');
end $$;

create function trastienda.auditar_externo(accion text, objeto text, cambios jsonb) returns void
language sql volatile set search_path = pg_catalog, pg_temp as $$
    insert into trastienda.auditoria (quien, clase, direccion, programa, accion, objeto, cambios)
    values ('externo', 'externo', host(inet_client_addr()),
            left(concat_ws(' ', session_user, nullif(current_setting('application_name'), '')), 300),
            accion, objeto, cambios)
$$;

-- Field by field what differs; `antes` null for a new row.
create function trastienda.ventas_cambios(antes jsonb, ahora jsonb) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'campo', campo,
        'de', case when sensible then trastienda.enmascarar(de) else de end,
        'a', case when sensible then trastienda.enmascarar(a) else a end) order by campo), '[]')
    from (
        select key as campo,
               case when key = 'nip' then lpad(antes ->> key, 5, '0') else antes ->> key end as de,
               case when key = 'nip' then lpad(ahora ->> key, 5, '0') else ahora ->> key end as a,
               key in ('documento', 'documento_dv', 'telefono_legalizacion', 'numero_a_portar',
                       'nip') as sensible
        from jsonb_object_keys(coalesce(ahora, antes)) as claves (key)
        where key not in ('id', 'version', 'busqueda', 'estado_confronta', 'updated_at',
                          'created_at', 'fecha_creacion', 'fecha_actualizacion', 'propia')
    ) campos
    where nullif(de, '') is distinct from nullif(a, '')
$$;

create function trastienda.ventas_externo() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    antes jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    ahora jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    venta bigint := coalesce(ahora, antes) ->> 'id';
    agentes bigint[] := array_remove(array[
        (antes ->> 'agente_id')::bigint, (ahora ->> 'agente_id')::bigint], null);
begin
    if trastienda.es_nuestra() then
        return null;
    end if;
    perform trastienda.auditar_externo(
        case tg_op when 'INSERT' then 'ventas.registrar' when 'DELETE' then 'ventas.eliminar'
                   else 'ventas.cambiar' end,
        'venta:' || venta, trastienda.ventas_cambios(antes, ahora));
    insert into trastienda.eventos_nuevos (topic, ref, channels, public)
    select case tg_op when 'INSERT' then 'ventas.registrada' else 'ventas.cambiada' end,
           'venta:' || venta,
           array(select distinct 'user:' || a from unnest(agentes) a)
               || array['perm:ventas.ver_todas']
               || array(select distinct 'equipo:' || m.equipo_id
                        from trastienda.equipo_miembros m where m.user_id = any(agentes)),
           case when ahora is null then '{"eliminada": true}'::jsonb
                else jsonb_build_object('estado_venta', ahora -> 'estado_venta',
                                        'version', ahora -> 'version') end;
    return null;
end $$;

create function trastienda.planes_externo() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    antes jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    ahora jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    plan text := 'plan:' || (coalesce(ahora, antes) ->> 'id');
begin
    if trastienda.es_nuestra() then
        return null;
    end if;
    perform trastienda.auditar_externo('planes.' || lower(tg_op), plan,
        trastienda.ventas_cambios(antes, ahora));
    insert into trastienda.eventos_nuevos (topic, ref, channels, public)
    values ('planes.cambiado', plan, array['perm:planes.ver'], '{}');
    return null;
end $$;

create or replace trigger trastienda_z_externo
    after insert or update or delete on telefonica_ventaportabilidad
    for each row execute function trastienda.ventas_externo();
create or replace trigger trastienda_z_externo
    after insert or update or delete on telefonica_planes_portabilidad
    for each row execute function trastienda.planes_externo();
