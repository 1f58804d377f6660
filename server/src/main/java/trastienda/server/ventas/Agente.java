package trastienda.server.ventas;

/// Who sells. `absent`: disabled, or marked absent by a supervisor.
record Agente(long id, String username, boolean active, boolean absent) {}
