/// Files on their way to the server: copied into the sealed spool first, then sent by a queue that
/// survives crashes, retries when the server is away and never sends one file twice. Start at
/// `TransferQueue`; what the screen shows of a transfer is `TransferState`.
@NullMarked
package trastienda.desktop.platform.transfer;

import org.jspecify.annotations.NullMarked;
