package trastienda.desktop.shell;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.place.Tray;

/// What the shell's menu and bars reach outside of it.
///
/// @param tray *Archivos en curso*; null while there is none
public record ShellLinks(
        Runnable changePassword, Runnable signOut, @Nullable Tray tray, String serverVersion) {}
