-- What the list reads: columns that say the same for every writer, kept by trigger, and an index
-- for every order it offers, over all sales and within one agent's. Each holds what the filters
-- ask, so that a page is found in the index alone and only its own rows are fetched.
create extension if not exists pg_trgm;

alter table telefonica_ventaportabilidad
    add column if not exists estado_confronta varchar(10) not null default 'ninguna',
    add column if not exists busqueda text not null default '',
    -- other programs may have made these obligatory; ours empties them
    alter column confronta drop not null,
    alter column confronta_minio_url drop not null,
    alter column confronta_minio_object_name drop not null,
    alter column confronta_fecha_subida_minio drop not null,
    alter column confronta_nombre_original drop not null,
    alter column confronta_tipo_archivo drop not null;

-- Lower case without accents, so that "pena" finds "Peña".
create or replace function trastienda.sin_tildes(texto text) returns text
    language sql immutable parallel safe
    return translate(lower(texto), 'áéíóúàèìòùäëïöüâêîôûãõñç', 'aeiouaeiouaeiouaeiouaonc');

create or replace function trastienda.ventas_busqueda(v telefonica_ventaportabilidad)
    returns text language sql immutable parallel safe
    return trastienda.sin_tildes(concat_ws(chr(31), v.nombre_completo, v.documento, v.numero,
        v.numero_orden, v.numero_a_portar, v.telefono_legalizacion, v.plan_nombre));

create or replace function trastienda.ventas_estado_confronta(v telefonica_ventaportabilidad)
    returns text language sql immutable parallel safe
    return case when v.confronta_subido_a_minio then 'guardada'
                when v.confronta_por_subir or v.confronta <> '' then 'por_subir'
                else 'ninguna' end;

-- A sale that another program wrote with its own columns alone gets what the list needs; the plan's
-- values are copied once, when the sale is first written.
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
    new.busqueda := trastienda.ventas_busqueda(new);
    return new;
end
$$;

-- Rows that are here already, once, without telling it as a change.
alter table telefonica_ventaportabilidad disable trigger trastienda_a_fechas;
alter table telefonica_ventaportabilidad disable trigger trastienda_b_version;
update telefonica_ventaportabilidad v
set estado_venta = coalesce(nullif(v.estado_venta, ''), 'pendiente_revision'),
    plan_nombre = coalesce(v.plan_nombre, ''),
    estado_confronta = trastienda.ventas_estado_confronta(v),
    busqueda = trastienda.ventas_busqueda(v);
alter table telefonica_ventaportabilidad enable trigger trastienda_a_fechas;
alter table telefonica_ventaportabilidad enable trigger trastienda_b_version;

create or replace trigger trastienda_c_lista
    before insert or update on telefonica_ventaportabilidad
    for each row execute function trastienda.ventas_lista();

create index if not exists idx_venta_busqueda
    on telefonica_ventaportabilidad using gin (busqueda gin_trgm_ops);

-- All sales, by each order.
create index if not exists idx_venta_fecha on telefonica_ventaportabilidad
    (fecha_creacion, id)
    include (estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_numero on telefonica_ventaportabilidad
    (numero collate "C", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_nombre on telefonica_ventaportabilidad
    (nombre_completo collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_plan_nombre on telefonica_ventaportabilidad
    (plan_nombre collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_ventana on telefonica_ventaportabilidad
    (coalesce(fecha_ventana_cambio, date 'infinity'), id)
    include (fecha_ventana_cambio, fecha_creacion, estado_venta, agente_id, plan_adquiere_id,
             estado_confronta);

-- By state and of one plan: also what few rows are sorted from.
create index if not exists idx_venta_estado on telefonica_ventaportabilidad
    (estado_venta collate "C", id)
    include (fecha_creacion, agente_id, plan_adquiere_id, estado_confronta, numero,
             nombre_completo, fecha_ventana_cambio, plan_nombre);
create index if not exists idx_venta_plan on telefonica_ventaportabilidad
    (plan_adquiere_id, plan_nombre collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, agente_id, estado_confronta, numero, nombre_completo,
             fecha_ventana_cambio);
create index if not exists idx_venta_sin_guardar on telefonica_ventaportabilidad
    (estado_confronta collate "C", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, numero, nombre_completo,
             fecha_ventana_cambio, plan_nombre)
    where estado_confronta <> 'guardada';

-- One agent's, by each order.
create index if not exists idx_venta_agente_fecha on telefonica_ventaportabilidad
    (agente_id, fecha_creacion, id)
    include (estado_venta, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_agente_numero on telefonica_ventaportabilidad
    (agente_id, numero collate "C", id)
    include (fecha_creacion, estado_venta, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_agente_nombre on telefonica_ventaportabilidad
    (agente_id, nombre_completo collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_agente_plan_nombre on telefonica_ventaportabilidad
    (agente_id, plan_nombre collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_agente_ventana on telefonica_ventaportabilidad
    (agente_id, coalesce(fecha_ventana_cambio, date 'infinity'), id)
    include (fecha_ventana_cambio, fecha_creacion, estado_venta, plan_adquiere_id,
             estado_confronta);
create index if not exists idx_venta_agente_estado on telefonica_ventaportabilidad
    (agente_id, estado_venta collate "C", id)
    include (fecha_creacion, plan_adquiere_id, estado_confronta, numero, nombre_completo,
             fecha_ventana_cambio, plan_nombre);

-- A page's rows are fetched one by one: half the blocks of the primary key's tree.
create index if not exists idx_venta_id on telefonica_ventaportabilidad using hash (id);
