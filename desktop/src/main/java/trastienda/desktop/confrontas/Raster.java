package trastienda.desktop.confrontas;

/// A drawn page: `argb` row by row.
@SuppressWarnings("ArrayRecordComponent")
record Raster(int width, int height, int[] argb) {}
