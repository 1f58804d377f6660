package trastienda.server.platform.socket;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.identidad.Permiso;

import java.util.Set;
import java.util.function.Predicate;

/// Which channels a principal hears: their own, those of their permissions, and those of the teams
/// whose sales they see.
record Channels(Principal principal, Set<Long> teams) implements Predicate<String> {
    @Override
    public boolean test(String channel) {
        var colon = channel.indexOf(':');
        if (colon < 0) {
            return false;
        }
        var name = channel.substring(colon + 1);
        return switch (channel.substring(0, colon)) {
            case "user" -> name.equals(String.valueOf(principal.userId()));
            case "perm" -> Permiso.of(name).filter(principal::may).isPresent();
            case "llave" ->
                    principal instanceof Principal.Service service && name.equals(service.name());
            case "equipo" -> name.matches("[0-9]{1,18}") && teams.contains(Long.parseLong(name));
            default -> false;
        };
    }
}
