package trastienda.server.demo;

import trastienda.shared.identidad.Grupo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/// Everyone who works in the demo. The first agent, back office and supervisor are the accounts
/// that the sign-in screen offers.
record DemoPeople(
        List<DemoPerson> agents,
        List<DemoPerson> backoffice,
        List<DemoPerson> supervisors,
        List<DemoPerson> others) {
    /// The password of all of them; none exists outside the demo.
    static final String PASSWORD = "trastienda-demo";

    static final int AGENTS = 40;

    /// One person with an account.
    record DemoPerson(String username, String nombre, Grupo grupo) {}

    static DemoPeople make() {
        var random = new SplittableRandom(DemoVentas.SEED);
        var taken = new HashSet<String>();
        var agents = new ArrayList<DemoPerson>();
        agents.add(new DemoPerson("agente", "Yesid Cárdenas", Grupo.ASESOR));
        taken.add("ycardenas");
        while (agents.size() < AGENTS) {
            var name = DemoNames.colleague(random);
            var username = DemoNames.username(name);
            if (taken.add(username)) {
                agents.add(new DemoPerson(username, name, Grupo.ASESOR));
            }
        }
        return new DemoPeople(
                List.copyOf(agents),
                List.of(
                        new DemoPerson("backoffice", "Marcela Ríos", Grupo.BACKOFFICE),
                        new DemoPerson("arestrepo", "Ana Restrepo", Grupo.BACKOFFICE),
                        new DemoPerson("cpena", "Camilo Peña", Grupo.BACKOFFICE)),
                List.of(
                        new DemoPerson("supervisora", "Lucía Bernal", Grupo.SUPERVISORES),
                        new DemoPerson("hvargas", "Hernando Vargas", Grupo.SUPERVISORES)),
                List.of(
                        new DemoPerson("admin", "Jorge Salcedo", Grupo.ADMINISTRADOR),
                        new DemoPerson("calidad", "Pilar Núñez", Grupo.CALIDAD)));
    }

    /// All of them, agents first.
    List<DemoPerson> all() {
        var all = new ArrayList<>(agents);
        all.addAll(backoffice);
        all.addAll(supervisors);
        all.addAll(others);
        return all;
    }
}
