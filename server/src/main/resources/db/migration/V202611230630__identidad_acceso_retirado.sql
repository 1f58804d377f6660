-- When an administrator last shut a person out: what they had made before ends with it, and does not
-- come back when they are let in again.
alter table trastienda.cuentas add column acceso_retirado timestamptz;

-- Whether what a person (or, without a person, a program of that name) had made at some time is
-- still theirs: the person is enabled and was not shut out since, the key was in force and is.
create function trastienda.conserva_acceso(persona bigint, programa text, desde timestamptz)
    returns boolean language sql stable as $$
    select case
        when persona is null then exists (
            select 1 from trastienda.llaves_servicio l
            where lower(l.nombre) = lower(programa) and l.revocada is null and l.creada <= desde)
        else exists (
            select 1 from auth_user u
            left join trastienda.cuentas c on c.user_id = u.id
            where u.id = persona and u.is_active
                and (c.acceso_retirado is null or c.acceso_retirado < desde))
        end
$$;
