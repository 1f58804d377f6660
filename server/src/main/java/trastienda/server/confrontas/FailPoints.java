package trastienda.server.confrontas;

/// Places on an upload's way where a test may end the process or wait. In production nothing is
/// there.
@FunctionalInterface
interface FailPoints {
    /// The places, in the order an upload passes them.
    enum Point {
        /// The bytes are in the temporary file.
        RECEIVED,
        /// The intent is committed.
        INTENT,
        /// The store acknowledged the object.
        PUT,
        /// The store was asked, the object is what was sent.
        VERIFIED,
        /// The file is committed as stored or as waiting.
        COMMITTED
    }

    /// Nothing happens.
    FailPoints NONE = point -> {};

    /// Called when an upload passes the place.
    void at(Point point);
}
