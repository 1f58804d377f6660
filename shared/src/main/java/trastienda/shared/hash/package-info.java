/// Checksums: what a file's bytes, a token or a request are recognised by.
///
/// Start at [trastienda.shared.hash.Sha256]; both programs compare what travelled with it.
@NullMarked
package trastienda.shared.hash;

import org.jspecify.annotations.NullMarked;
