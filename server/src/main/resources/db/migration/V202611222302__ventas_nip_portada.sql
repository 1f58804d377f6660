-- Once a number is ported nobody needs its NIP any more: it is erased, whoever writes the state.
create function trastienda.ventas_nip() returns trigger language plpgsql as $$
begin
    new.nip := null;
    return new;
end
$$;

create or replace trigger trastienda_a_nip
    before insert or update on telefonica_ventaportabilidad
    for each row when (new.estado_portabilidad = 'portada' and new.nip is not null)
    execute function trastienda.ventas_nip();

update telefonica_ventaportabilidad set nip = null
where estado_portabilidad = 'portada' and nip is not null;
