package trastienda.server.identidad;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What other features ask of people.
public interface People {
    /// A person as others need them; `active` is false for one who is disabled.
    record Person(long id, String username, String nombre, boolean active) {}

    /// The person of an id.
    Optional<Person> find(long id);

    /// The persons of these ids, those that exist.
    Map<Long, Person> find(Collection<Long> ids);

    /// The enabled members of a group, by username.
    List<Person> ofGroup(trastienda.shared.identidad.Grupo grupo);
}
