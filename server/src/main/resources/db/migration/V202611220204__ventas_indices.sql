-- One state, and one month of the Bogota calendar, by each order: the two filters that cut across
-- every order. A range of dates is read month by month and merged.
create index if not exists idx_venta_estado_fecha on telefonica_ventaportabilidad
    (estado_venta collate "C", fecha_creacion, id)
    include (agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_estado_numero on telefonica_ventaportabilidad
    (estado_venta collate "C", numero collate "C", id)
    include (fecha_creacion, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_estado_nombre on telefonica_ventaportabilidad
    (estado_venta collate "C", nombre_completo collate "es-x-icu", id)
    include (fecha_creacion, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_estado_plan_nombre on telefonica_ventaportabilidad
    (estado_venta collate "C", plan_nombre collate "es-x-icu", id)
    include (fecha_creacion, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_estado_ventana on telefonica_ventaportabilidad
    (estado_venta collate "C", (coalesce(fecha_ventana_cambio, date 'infinity')), id)
    include (fecha_ventana_cambio, fecha_creacion, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_mes_numero on telefonica_ventaportabilidad
    (date_trunc('month', fecha_creacion at time zone 'America/Bogota'), numero collate "C", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_mes_nombre on telefonica_ventaportabilidad
    (date_trunc('month', fecha_creacion at time zone 'America/Bogota'),
        nombre_completo collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_mes_plan_nombre on telefonica_ventaportabilidad
    (date_trunc('month', fecha_creacion at time zone 'America/Bogota'),
        plan_nombre collate "es-x-icu", id)
    include (fecha_creacion, estado_venta, agente_id, plan_adquiere_id, estado_confronta);
create index if not exists idx_venta_mes_ventana on telefonica_ventaportabilidad
    (date_trunc('month', fecha_creacion at time zone 'America/Bogota'),
        (coalesce(fecha_ventana_cambio, date 'infinity')), id)
    include (fecha_ventana_cambio, fecha_creacion, estado_venta, agente_id, plan_adquiere_id,
        estado_confronta);
create index if not exists idx_venta_mes_estado on telefonica_ventaportabilidad
    (date_trunc('month', fecha_creacion at time zone 'America/Bogota'), estado_venta collate "C",
        id)
    include (fecha_creacion, agente_id, plan_adquiere_id, estado_confronta);
