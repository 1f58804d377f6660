package trastienda.server.platform.auth;

import org.jspecify.annotations.Nullable;

import trastienda.shared.identidad.Permiso;

import java.util.Set;

/// Who acts. People and programs hold permissions; a citizen holds only their own conversation.
public sealed interface Principal {
    /// The name that stands in audit and history.
    String name();

    /// Whether this principal holds the permission.
    boolean may(Permiso permiso);

    /// The id in `auth_user`, for people only.
    default @Nullable Long userId() {
        return this instanceof User user ? user.id() : null;
    }

    /// A signed-in person. `sessionId` is the row of the session, never its token;
    /// `mustChangePassword`: nothing is answered until they chose a new one.
    record User(
            long id,
            String username,
            String fullName,
            Set<Permiso> permisos,
            boolean superuser,
            long sessionId,
            boolean mustChangePassword)
            implements Principal {
        /// A person who need not choose a new password first.
        public User(
                long id,
                String username,
                String fullName,
                Set<Permiso> permisos,
                boolean superuser,
                long sessionId) {
            this(id, username, fullName, permisos, superuser, sessionId, false);
        }

        @Override
        public String name() {
            return username;
        }

        @Override
        public boolean may(Permiso permiso) {
            return permisos.contains(permiso);
        }
    }

    /// A program with a key, or one of our own jobs.
    record Service(String name, Set<Permiso> permisos) implements Principal {
        /// Our own jobs: they act for nobody and may do what the code says.
        public static final Service SYSTEM = new Service("sistema", Set.of(Permiso.values()));

        @Override
        public boolean may(Permiso permiso) {
            return permisos.contains(permiso);
        }
    }

    /// A citizen in one conversation.
    record Citizen(long conversationId) implements Principal {
        @Override
        public String name() {
            return "ciudadano:" + conversationId;
        }

        @Override
        public boolean may(Permiso permiso) {
            return false;
        }
    }
}
