-- The sequencer now hands out what it has just put in order, so that the node that sequenced need
-- not read it again. The row without a topic tells how the call went: the last seq given, whether
-- more are waiting, how many milliseconds are to pass before the next call may do something. The
-- others are the events, in order.
drop function trastienda.secuenciar_eventos(integer, interval);

create function trastienda.secuenciar_eventos(lote integer, pausa interval)
returns table (
    seq bigint, topic text, ref text, channels text[], public jsonb, creado timestamptz,
    quedan boolean, espera_ms integer)
language plpgsql volatile rows 20 as $$
#variable_conflict use_column
declare
    estado trastienda.eventos_estado;
    ahora timestamptz;
    tope bigint;
    cuantos bigint;
begin
    perform pg_advisory_xact_lock(hashtext('trastienda.secuenciador'));
    select * into estado from trastienda.eventos_estado;
    ahora := clock_timestamp();
    if ahora >= estado.creado and ahora < estado.creado + pausa then
        return query select estado.seq, null::text, null::text, null::text[], null::jsonb,
            estado.creado, exists (select 1 from trastienda.eventos_nuevos),
            ceil(extract(epoch from (estado.creado + pausa - ahora)) * 1000)::integer;
        return;
    end if;
    ahora := greatest(ahora, estado.creado);
    if ahora::date <> estado.creado::date then
        perform trastienda.crear_particiones_eventos(7);
    end if;
    select id into tope from trastienda.eventos_nuevos order by id offset lote - 1 limit 1;
    return query
        with sacados as (
            delete from trastienda.eventos_nuevos
            where id <= coalesce(tope, 9223372036854775807)
            returning id, topic, ref, channels, public, private
        )
        insert into trastienda.eventos (seq, topic, ref, channels, public, private, creado)
        select estado.seq + row_number() over (order by id), topic, ref, channels, public, private,
            ahora
        from sacados
        order by id
        returning seq, topic, ref, channels, public, creado, false, 0;
    get diagnostics cuantos = row_count;
    if cuantos > 0 then
        update trastienda.eventos_estado set seq = estado.seq + cuantos, creado = ahora;
        perform pg_notify('trastienda_eventos', (estado.seq + cuantos)::text);
    end if;
    return query select estado.seq + cuantos, null::text, null::text, null::text[], null::jsonb,
        ahora, tope is not null, 0;
end $$;
