-- Failures of an address, whatever the names: asked at every attempt to come in.
create index fallos_ingreso_direccion on trastienda.fallos_ingreso (direccion, ultimo);
