-- Who removes an object holds it until then, not with a transaction: the store may take its time.
alter table trastienda.confrontas add column borrar_arrendado timestamptz;
