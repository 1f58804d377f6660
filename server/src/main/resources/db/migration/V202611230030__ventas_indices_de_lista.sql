-- Half the indexes for the same lists. A page is found in one of two ways: few sales are gathered in
-- the index of their filter, which holds every order's key, and sorted; of many, enough are soon met
-- in the index of the order, whose last columns are what filters ask, so that the index alone says
-- which belong. The date of creation breaks ties, so that within a state, a plan or an agent a range
-- of dates is one stretch of the index.
drop index if exists idx_venta_fecha, idx_venta_numero, idx_venta_nombre, idx_venta_plan_nombre,
    idx_venta_ventana, idx_venta_estado, idx_venta_plan, idx_venta_sin_guardar,
    idx_venta_agente_fecha, idx_venta_agente_numero, idx_venta_agente_nombre,
    idx_venta_agente_plan_nombre, idx_venta_agente_ventana, idx_venta_agente_estado,
    idx_venta_estado_fecha, idx_venta_estado_numero, idx_venta_estado_nombre,
    idx_venta_estado_plan_nombre, idx_venta_estado_ventana, idx_venta_mes_numero,
    idx_venta_mes_nombre, idx_venta_mes_plan_nombre, idx_venta_mes_ventana, idx_venta_mes_estado;

-- The orders.
create index idx_venta_fecha on telefonica_ventaportabilidad
    (fecha_creacion, id)
    include (estado_venta, agente_id, plan_adquiere_id, estado_confronta, nombre_completo,
             fecha_ventana_cambio, plan_nombre);
create index idx_venta_numero on telefonica_ventaportabilidad
    (numero collate "C", fecha_creacion, id, estado_venta collate "C", agente_id, plan_adquiere_id,
     estado_confronta collate "C");
create index idx_venta_nombre on telefonica_ventaportabilidad
    (nombre_completo collate "es-x-icu", fecha_creacion, id, estado_venta collate "C", agente_id,
     plan_adquiere_id, estado_confronta collate "C");
create index idx_venta_plan_nombre on telefonica_ventaportabilidad
    (plan_nombre collate "es-x-icu", fecha_creacion, id, estado_venta collate "C", agente_id,
     plan_adquiere_id, estado_confronta collate "C");
create index idx_venta_ventana on telefonica_ventaportabilidad
    (coalesce(fecha_ventana_cambio, date 'infinity'), fecha_creacion, id, estado_venta collate "C",
     agente_id, plan_adquiere_id, estado_confronta collate "C")
    include (fecha_ventana_cambio);
-- By days from the sale to its change window: a range of dates in the order of the windows.
create index idx_venta_plazo on telefonica_ventaportabilidad
    ((coalesce(fecha_ventana_cambio - (fecha_creacion at time zone 'America/Bogota')::date,
               2147483647)), fecha_creacion, id)
    include (fecha_ventana_cambio, estado_confronta);

-- The filters.
create index idx_venta_estado on telefonica_ventaportabilidad
    (estado_venta collate "C", fecha_creacion, id, agente_id, plan_adquiere_id,
     estado_confronta collate "C")
    include (nombre_completo, fecha_ventana_cambio, plan_nombre);
create index idx_venta_agente on telefonica_ventaportabilidad
    (agente_id, fecha_creacion, id, estado_venta collate "C", plan_adquiere_id,
     estado_confronta collate "C")
    include (nombre_completo, fecha_ventana_cambio, plan_nombre);
create index idx_venta_agente_ventana on telefonica_ventaportabilidad
    (agente_id, coalesce(fecha_ventana_cambio, date 'infinity'), fecha_creacion, id,
     estado_venta collate "C", plan_adquiere_id, estado_confronta collate "C")
    include (fecha_ventana_cambio);
create index idx_venta_plan on telefonica_ventaportabilidad
    (plan_adquiere_id, fecha_creacion, id, estado_venta collate "C", agente_id,
     estado_confronta collate "C")
    include (nombre_completo, fecha_ventana_cambio, plan_nombre);
create index idx_venta_plan_plan_nombre on telefonica_ventaportabilidad
    (plan_adquiere_id, plan_nombre collate "es-x-icu", fecha_creacion, id,
     estado_venta collate "C", agente_id, estado_confronta collate "C");
create index idx_venta_sin_guardar on telefonica_ventaportabilidad
    (estado_confronta collate "C", fecha_creacion, id)
    include (estado_venta, agente_id, plan_adquiere_id, nombre_completo, fecha_ventana_cambio,
             plan_nombre)
    where estado_confronta <> 'guardada';

-- What many sales have in their text is met among the newest, and counted, without the rows.
create index idx_venta_texto on telefonica_ventaportabilidad
    (fecha_creacion, id)
    include (estado_venta, agente_id, plan_adquiere_id, estado_confronta, busqueda);
