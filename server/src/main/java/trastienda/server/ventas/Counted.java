package trastienda.server.ventas;

/// How many sales a filter finds and when that was counted, in seconds; for a text also the days
/// between which they were created: the list goes no farther until it is counted again.
record Counted(long count, Days days, long at) {
    /// No days known.
    static final Days ANY = new Days(Long.MIN_VALUE, Long.MAX_VALUE);

    /// Whether it serves a list with a text, which goes by days.
    boolean hasDays() {
        return !days.equals(ANY);
    }
}
