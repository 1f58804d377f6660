-- What a text is looked for in: one narrow row for each sale, which says all that a row of the list
-- shows, and an inverted index over its words. A million of them are a third of the blocks of the
-- sales themselves, so that even a word that all have is soon counted; and few finds are a block each
-- and no more. Kept by trigger, whoever writes a sale.

-- Lexemes a text is found by, and lexemes nobody can type, because every ASCII sign divides words.
--   rodriguez        a word; looked for by its beginning
--   @w321.rodriguez  the same word of a sale of those 64 days
--   <r <ro <310      the beginning of a word or number that is too short to be looked for so
--   3107654321       a number's digits, of three or more; by its beginning
--   ~1234567013      the same backwards; by its end
--   h-11             a word with signs inside
--   #20251122081455 @d20251122    the number of a sale, and its day
--   @e @c @a @p      its state, confronta, agent and plan
--   @s0 … @s5        the day it was created on, and the 4, 16, 64, 256 and 1024 days that is part of
create function trastienda.palabras(nombre text, plan_nombre text, orden text, numero text,
    documento text, linea text, telefono text, fecha timestamptz, agente bigint, plan bigint,
    estado text, confronta text)
    returns tsvector language plpgsql immutable parallel safe cost 1000 as $$
declare
    signos constant text := E'!"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~\x01\x02\x03\x04\x05\x06\x07\x08'
        || E'\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\x7f';
    blancos constant text := E'\t\n\x0b\x0c\r\u00a0\u2002\u2003\u2009\u202f\u3000';
    de_venta constant text := case when numero ~ '^[Pp][Oo][Rr][Tt][Aa]-[0-9]+$'
        then substr(numero, 7) end;
    dia constant bigint := floor(greatest(-1e11, least(1e11,
        extract(epoch from fecha at time zone 'UTC'))) / 86400);
    todas text[] := array['@e' || estado, '@c' || confronta, '@a' || agente, '@p' || plan,
        '@d' || left(de_venta, 8), '#' || de_venta, '@s0.' || dia, '@s1.' || (dia >> 2),
        '@s2.' || (dia >> 4), '@s3.' || (dia >> 6), '@s4.' || (dia >> 8), '@s5.' || (dia >> 10)];
    escritas text[] := string_to_array(translate(trastienda.sin_tildes(concat_ws(' ', nombre,
        plan_nombre, orden, case when de_venta is null then numero else 'porta' end)),
        blancos, repeat(' ', length(blancos))), ' ');
    escrita text;
    palabra text;
    cifras text;
begin
    foreach escrita in array escritas loop
        escrita := btrim(escrita, signos);
        if translate(escrita, signos || '0123456789', '') <> ''
           and translate(escrita, signos, '') <> escrita then
            todas := todas || escrita;
        end if;
        foreach palabra in array
            string_to_array(translate(escrita, signos, repeat(' ', length(signos))), ' ') loop
            if translate(palabra, '0123456789', '') <> '' then
                todas := todas || array['<' || left(palabra, 1), '<' || left(palabra, 2)];
                if length(palabra) > 2 then
                    todas := todas || array[palabra, '@w' || (dia >> 6) || '.' || palabra];
                end if;
            elsif length(palabra) > 2 then
                todas := todas || array[palabra, '<' || left(palabra, 3)];
            elsif palabra <> '' then
                todas := todas || palabra;
            end if;
        end loop;
    end loop;
    foreach escrita in array escritas || array[orden, documento, linea, telefono] loop
        cifras := translate(escrita, translate(escrita, '0123456789', ''), '');
        if length(cifras) > 2 then
            todas := todas || array[cifras, '<' || left(cifras, 3), '~' || reverse(cifras)];
        end if;
    end loop;
    return array_to_tsvector(array_remove(todas, null));
end $$;

create table trastienda.ventas_busqueda (
    id bigint primary key,
    fecha_creacion timestamptz not null,
    agente_id bigint,
    plan_adquiere_id bigint,
    version bigint not null,
    fecha_ventana_cambio date,
    estado_venta text not null,
    estado_confronta text not null,
    numero text not null,
    tipo_documento text not null,
    documento text not null,
    nombre_completo text not null,
    telefono_legalizacion text not null,
    numero_a_portar text not null,
    numero_orden text not null,
    plan_nombre text not null,
    plan_cfm numeric(12, 2)
) with (fillfactor = 95);

create function trastienda.ventas_fila(v telefonica_ventaportabilidad)
    returns trastienda.ventas_busqueda language sql stable
    return row(v.id, coalesce(v.fecha_creacion, timestamptz 'epoch'), v.agente_id,
        v.plan_adquiere_id, v.version, v.fecha_ventana_cambio, coalesce(v.estado_venta, ''),
        v.estado_confronta, coalesce(v.numero, ''), coalesce(v.tipo_documento, ''),
        coalesce(v.documento, ''), coalesce(v.nombre_completo, ''),
        coalesce(v.telefono_legalizacion, ''), coalesce(v.numero_a_portar, ''),
        coalesce(v.numero_orden, ''), coalesce(v.plan_nombre, ''),
        v.plan_cfm)::trastienda.ventas_busqueda;

-- Other programs may write sales, but not here: this works with its owner's rights.
create function trastienda.ventas_buscable() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if tg_op = 'TRUNCATE' then
        truncate trastienda.ventas_busqueda;
        return null;
    end if;
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.id <> new.id) then
        delete from trastienda.ventas_busqueda where id = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into trastienda.ventas_busqueda
        select (f).* from (select trastienda.ventas_fila(new) as f offset 0) una
        on conflict (id) do update set
            fecha_creacion = excluded.fecha_creacion, agente_id = excluded.agente_id,
            plan_adquiere_id = excluded.plan_adquiere_id, version = excluded.version,
            fecha_ventana_cambio = excluded.fecha_ventana_cambio,
            estado_venta = excluded.estado_venta, estado_confronta = excluded.estado_confronta,
            numero = excluded.numero, tipo_documento = excluded.tipo_documento,
            documento = excluded.documento, nombre_completo = excluded.nombre_completo,
            telefono_legalizacion = excluded.telefono_legalizacion,
            numero_a_portar = excluded.numero_a_portar, numero_orden = excluded.numero_orden,
            plan_nombre = excluded.plan_nombre, plan_cfm = excluded.plan_cfm;
    end if;
    return null;
end $$;

create trigger trastienda_y_busqueda
    after insert or update or delete on telefonica_ventaportabilidad
    for each row execute function trastienda.ventas_buscable();
create trigger trastienda_y_busqueda_todas
    after truncate on telefonica_ventaportabilidad
    for each statement execute function trastienda.ventas_buscable();

-- The column it was looked for in until now, with its two indexes.
create or replace function trastienda.ventas_lista() returns trigger language plpgsql as $$
begin
    new.estado_venta := coalesce(nullif(new.estado_venta, ''), 'pendiente_revision');
    if tg_op = 'INSERT' and coalesce(new.plan_nombre, '') = ''
       and new.plan_adquiere_id is not null then
        select p.nombre_plan, p.codigo, p.caracteristicas, p."CFM", p."CFM_sin_iva"
        into new.plan_nombre, new.plan_codigo, new.plan_caracteristicas,
             new.plan_cfm, new.plan_cfm_sin_iva
        from telefonica_planes_portabilidad p where p.id = new.plan_adquiere_id;
    end if;
    new.plan_nombre := coalesce(new.plan_nombre, '');
    new.estado_confronta := trastienda.ventas_estado_confronta(new);
    return new;
end
$$;
drop function trastienda.ventas_busqueda(telefonica_ventaportabilidad);
alter table telefonica_ventaportabilidad drop column busqueda;

insert into trastienda.ventas_busqueda
select (f).* from (select trastienda.ventas_fila(v) as f from telefonica_ventaportabilidad v
                   order by v.fecha_creacion, v.id offset 0) filas;

-- No list of pending entries: every search would read all of it.
set local maintenance_work_mem = '256MB';
create index idx_ventas_busqueda_palabras on trastienda.ventas_busqueda using gin
    (trastienda.palabras(nombre_completo, plan_nombre, numero_orden, numero, documento,
        numero_a_portar, telefono_legalizacion, fecha_creacion, agente_id, plan_adquiere_id,
        estado_venta, estado_confronta)) with (fastupdate = off);
analyze trastienda.ventas_busqueda;
