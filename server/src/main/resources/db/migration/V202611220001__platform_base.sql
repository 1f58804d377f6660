-- What every feature stands on. Ours lives in schema trastienda; the seeds' tables stay in public.
-- Run by the owner; the application's role gets its rights after each migration (Migrations.java),
-- except on the audit's partitions, where it never gets any.

create schema if not exists trastienda;
grant usage on schema trastienda to "${app}";

-- Whether this connection is ours: every pool of ours names itself. Triggers use it to tell
-- another program's writing from our own.
create function trastienda.es_nuestra() returns boolean
language sql stable parallel safe
return coalesce(current_setting('application_name', true), '') like 'trastienda%';

-- Random keys, made at the first need (hash of sensitive values, links of our own).
create table trastienda.secretos (
    nombre text primary key,
    valor bytea not null,
    creado timestamptz not null default now()
);

-- Events: a business transaction inserts here; the sequencer moves rows into eventos in one order.
create table trastienda.eventos_nuevos (
    id bigint generated always as identity primary key,
    topic text not null,
    ref text not null,
    channels text[] not null,
    public jsonb not null,
    private jsonb
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
        autovacuum_vacuum_cost_delay = 0);

create table trastienda.eventos (
    seq bigint not null,
    topic text not null,
    ref text not null,
    channels text[] not null,
    public jsonb not null,
    private jsonb,
    creado timestamptz not null
) partition by range (creado);
create index eventos_seq on trastienda.eventos (seq);

-- One row: the last seq given, when, and the first one still in the log.
create table trastienda.eventos_estado (
    unico boolean primary key default true check (unico),
    seq bigint not null,
    creado timestamptz not null,
    primero bigint not null
) with (fillfactor = 10);
insert into trastienda.eventos_estado (seq, creado, primero) values (0, now(), 1);

create table trastienda.idempotencia (
    usuario_id bigint not null,
    clave text not null,
    sha256 text not null,
    estado text not null check (estado in ('en_proceso', 'hecha')),
    codigo integer,
    cuerpo text,
    turno bigint not null default 1,
    arrendada timestamptz not null,
    vence timestamptz not null,
    primary key (usuario_id, clave)
);
create index idempotencia_vence on trastienda.idempotencia (vence);

-- Who is here: lost in a crash, and rightly so.
create unlogged table trastienda.presencia (
    nodo text not null,
    principal text not null,
    desde timestamptz not null default now(),
    latido timestamptz not null default now(),
    primary key (nodo, principal)
);

create table trastienda.corridas (
    id bigint generated always as identity primary key,
    tipo text not null,
    carril text not null,
    parametros jsonb not null,
    estado text not null default 'pendiente'
        check (estado in ('pendiente', 'en_curso', 'terminada', 'cancelada', 'fallida')),
    total bigint not null,
    hechas bigint not null default 0,
    fallidas bigint not null default 0,
    punto jsonb,
    epoca bigint not null default 0,
    cancelar boolean not null default false,
    usuario_id bigint,
    quien text not null,
    creada timestamptz not null default now(),
    empezada timestamptz,
    terminada timestamptz,
    error text
);
create index corridas_vivas on trastienda.corridas (carril, id)
    where estado in ('pendiente', 'en_curso');
create index corridas_por_tipo on trastienda.corridas (tipo, id desc);

create table trastienda.corridas_trozos (
    corrida_id bigint not null references trastienda.corridas (id) on delete cascade,
    n integer not null,
    datos jsonb not null,
    estado text not null default 'pendiente' check (estado in ('pendiente', 'tomado', 'hecho')),
    epoca bigint not null default 0,
    nodo text,
    arrendado timestamptz,
    primary key (corrida_id, n)
);
create index corridas_trozos_por_hacer on trastienda.corridas_trozos (corrida_id, n)
    where estado <> 'hecho';

create table trastienda.corridas_filas (
    corrida_id bigint not null references trastienda.corridas (id) on delete cascade,
    clave text not null,
    bien boolean not null,
    detalle jsonb,
    primary key (corrida_id, clave)
);

-- db-scheduler's own table, its names.
create table trastienda.scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on trastienda.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on trastienda.scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority
    on trastienda.scheduled_tasks (priority desc, execution_time asc);

-- Makes the days' partitions from today (UTC) on; returns how many were made.
create function trastienda.crear_particiones_eventos(dias integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    dia date;
    nombre text;
    hechas integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('trastienda.particiones'));
    for dia in
        select d::date from generate_series(
            (now() at time zone 'UTC')::date - 1,
            (now() at time zone 'UTC')::date + least(greatest(dias, 1), 60), interval '1 day') d
    loop
        nombre := 'eventos_' || to_char(dia, 'YYYYMMDD');
        if to_regclass('trastienda.' || nombre) is null then
            execute format(
                'create table trastienda.%I partition of trastienda.eventos
                 for values from (%L) to (%L)',
                nombre, dia || ' 00:00:00+00', (dia + 1) || ' 00:00:00+00');
            hechas := hechas + 1;
        end if;
    end loop;
    return hechas;
end $$;

-- Drops the days that ended more than so many days ago (at least 7) and remembers where the log
-- now begins; returns how many were dropped.
create function trastienda.borrar_particiones_eventos(dias integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set lock_timeout = '5s' as $$
declare
    hoja record;
    limite text := to_char(
        (now() at time zone 'UTC')::date - greatest(dias, 7), 'YYYYMMDD');
    borradas integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('trastienda.particiones'));
    for hoja in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'trastienda.eventos'::regclass
    loop
        if hoja.relname < 'eventos_' || limite then
            execute format('drop table trastienda.%I', hoja.relname);
            borradas := borradas + 1;
        end if;
    end loop;
    if borradas > 0 then
        update trastienda.eventos_estado
        set primero = coalesce((select min(seq) from trastienda.eventos), eventos_estado.seq + 1);
    end if;
    return borradas;
end $$;

-- Gives the next seqs, in one statement and so in one short transaction: a node that is paused
-- outside it holds nothing. Returns the last seq given, how many, whether more are waiting, and how
-- many milliseconds are to pass before the next call may do something (at most one batch, and so
-- one NOTIFY, in each `pausa`).
create function trastienda.secuenciar_eventos(
    lote integer, pausa interval,
    out ultimo bigint, out cuantos integer, out quedan boolean, out espera_ms integer)
language plpgsql volatile as $$
declare
    estado trastienda.eventos_estado;
    ahora timestamptz;
begin
    cuantos := 0;
    quedan := false;
    espera_ms := 0;
    perform pg_advisory_xact_lock(hashtext('trastienda.secuenciador'));
    select * into estado from trastienda.eventos_estado;
    ultimo := estado.seq;
    ahora := clock_timestamp();
    if ahora >= estado.creado and ahora < estado.creado + pausa then
        quedan := exists (select 1 from trastienda.eventos_nuevos);
        espera_ms := ceil(extract(epoch from (estado.creado + pausa - ahora)) * 1000);
        return;
    end if;
    ahora := greatest(ahora, estado.creado);
    if to_regclass('trastienda.eventos_' || to_char(ahora at time zone 'UTC', 'YYYYMMDD')) is null
    then
        perform trastienda.crear_particiones_eventos(7);
    end if;
    with sacados as (
        delete from trastienda.eventos_nuevos
        where id = any (array(
            select id from trastienda.eventos_nuevos order by id limit lote))
        returning *
    )
    insert into trastienda.eventos (seq, topic, ref, channels, public, private, creado)
    select estado.seq + row_number() over (order by id), topic, ref, channels, public, private, ahora
    from sacados;
    get diagnostics cuantos = row_count;
    if cuantos = 0 then
        return;
    end if;
    ultimo := estado.seq + cuantos;
    quedan := cuantos = lote;
    update trastienda.eventos_estado set seq = ultimo, creado = ahora;
    perform pg_notify('trastienda_eventos', ultimo::text);
end $$;

revoke execute on function trastienda.crear_particiones_eventos(integer) from public;
grant execute on function trastienda.crear_particiones_eventos(integer) to "${app}";
revoke execute on function trastienda.borrar_particiones_eventos(integer) from public;
grant execute on function trastienda.borrar_particiones_eventos(integer) to "${app}";

select trastienda.crear_particiones_eventos(7);
