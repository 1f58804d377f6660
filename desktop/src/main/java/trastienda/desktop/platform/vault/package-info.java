/// Files of one person on one device that nobody else may read: AES-256-GCM under a random key
/// which the system's key store protects where there is one. Spool, transfer journal and drafts
/// live here. Start at `Vault`.
@NullMarked
package trastienda.desktop.platform.vault;

import org.jspecify.annotations.NullMarked;
