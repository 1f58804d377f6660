package trastienda.shared.eventos;

/// Topics of events, `feature.what_happened`.
public final class Topics {
    public static final String VENTA_REGISTRADA = "ventas.registrada";
    public static final String VENTA_CAMBIADA = "ventas.cambiada";
    public static final String ARCHIVO_POR_SUBIR = "confrontas.por_subir";
    public static final String ARCHIVO_GUARDADO = "confrontas.guardada";
    public static final String ARCHIVO_ELIMINADO = "confrontas.eliminada";
    public static final String USUARIO_CAMBIADO = "identidad.usuario_cambiado";
    public static final String LLAVE_REVOCADA = "identidad.llave_revocada";
    public static final String SESION_CERRADA = "identidad.sesion_cerrada";

    private Topics() {}
}
