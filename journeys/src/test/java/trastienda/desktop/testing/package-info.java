/// The real server and its store in this process, lines that can be cut, and people who are signed
/// in: what the desktop is tried against. Start at `Office`.
@NullMarked
package trastienda.desktop.testing;

import org.jspecify.annotations.NullMarked;
