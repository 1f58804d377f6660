package trastienda.server.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Names as they are common in Colombia.
final class DemoNames {
    private static final List<String> WOMEN =
            List.of(
                    "María Fernanda",
                    "Luz Marina",
                    "Katherine Julieth",
                    "Sandra Milena",
                    "Gloria Inés",
                    "Yuliana Andrea",
                    "Nubia Esperanza",
                    "Ana María",
                    "Diana Carolina",
                    "Paola Andrea",
                    "Leidy Johana",
                    "Martha Lucía",
                    "Claudia Patricia",
                    "Blanca Cecilia",
                    "Angie Lorena",
                    "Laura Valentina",
                    "Natalia",
                    "Daniela",
                    "Luisa Fernanda",
                    "Beatriz Elena",
                    "Mónica Liliana",
                    "Ángela María",
                    "Yenny Paola",
                    "Carmen Rosa",
                    "Esperanza",
                    "Viviana Marcela",
                    "Adriana Lucía",
                    "Olga Patricia",
                    "Juliana",
                    "Sara Sofía",
                    "Flor Alba",
                    "Erika Tatiana",
                    "Rosa Elvira",
                    "Alejandra",
                    "Manuela");
    private static final List<String> MEN =
            List.of(
                    "Luis Alfonso",
                    "Óscar Iván",
                    "Jhon Jairo",
                    "Édgar Mauricio",
                    "Wilmer Andrés",
                    "Cristian Camilo",
                    "Carlos Alberto",
                    "Juan Sebastián",
                    "José Gregorio",
                    "Andrés Felipe",
                    "Jorge Enrique",
                    "Héctor Fabio",
                    "Iván Darío",
                    "Luis Fernando",
                    "Miguel Ángel",
                    "Nelson",
                    "Fabián Andrés",
                    "Diego Alejandro",
                    "Jesús David",
                    "Ramiro",
                    "Gustavo Adolfo",
                    "Rubén Darío",
                    "Hernán",
                    "Sergio Andrés",
                    "Álvaro José",
                    "Brayan Steven",
                    "Yeison",
                    "Mauricio",
                    "Pedro Nel",
                    "Julián David",
                    "Wilson",
                    "Ricardo",
                    "Santiago",
                    "Camilo Ernesto",
                    "Germán");
    private static final List<String> SURNAMES =
            List.of(
                    "Gómez",
                    "Ruiz",
                    "Barrios",
                    "Peña",
                    "Ortiz",
                    "Tabares",
                    "Henao",
                    "Cuéllar",
                    "Palacios",
                    "Mena",
                    "Valencia",
                    "Solano",
                    "Restrepo",
                    "Caicedo",
                    "Rojas",
                    "Duarte",
                    "Rodríguez",
                    "González",
                    "Martínez",
                    "García",
                    "López",
                    "Hernández",
                    "Sánchez",
                    "Ramírez",
                    "Pérez",
                    "Díaz",
                    "Muñoz",
                    "Rincón",
                    "Castro",
                    "Moreno",
                    "Jiménez",
                    "Suárez",
                    "Álvarez",
                    "Ospina",
                    "Giraldo",
                    "Zuluaga",
                    "Quintero",
                    "Arango",
                    "Montoya",
                    "Echeverri",
                    "Mosquera",
                    "Córdoba",
                    "Angulo",
                    "Ibargüen",
                    "Bermúdez",
                    "Acosta",
                    "Beltrán",
                    "Cárdenas",
                    "Pinzón",
                    "Niño",
                    "Avendaño",
                    "Ávila",
                    "Salamanca",
                    "Guerrero",
                    "Narváez",
                    "Benavides",
                    "Erazo",
                    "Camacho",
                    "De la Hoz",
                    "Manjarrés");
    private static final List<String> COMPANIES =
            List.of(
                    "Ferretería El Progreso S.A.S.",
                    "Droguería La Rebaja del Sur Ltda.",
                    "Panadería Trigo y Miel S.A.S.",
                    "Transportes Altiplano S.A.",
                    "Confecciones Nariño S.A.S.",
                    "Distribuidora La Sabana S.A.S.",
                    "Papelería Punto Clave E.U.",
                    "Inversiones Castañeda Hermanos S.A.S.",
                    "Autopartes del Café S.A.S.",
                    "Lavaseco Nórdico Ltda.");
    private static final List<String> CITIES =
            List.of(
                    "Bogotá",
                    "Medellín",
                    "Cali",
                    "Barranquilla",
                    "Bucaramanga",
                    "Pereira",
                    "Manizales",
                    "Ibagué",
                    "Pasto",
                    "Cúcuta",
                    "Neiva",
                    "Tunja");

    private DemoNames() {}

    /// A person: given names and two surnames.
    static String person(RandomGenerator random) {
        return given(random) + " " + of(SURNAMES, random) + " " + of(SURNAMES, random);
    }

    /// A person as colleagues call them: one given name, one surname.
    static String colleague(RandomGenerator random) {
        return given(random).split(" ")[0] + " " + of(SURNAMES, random);
    }

    static String company(RandomGenerator random) {
        return of(COMPANIES, random);
    }

    static String city(RandomGenerator random) {
        return of(CITIES, random);
    }

    /// A user name: first letter and surname, without accents.
    static String username(String colleague) {
        var space = colleague.indexOf(' ');
        return plain(colleague.charAt(0) + colleague.substring(space + 1));
    }

    /// Lower-case letters and digits only.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{ASCII}]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
    }

    static <T> T of(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String given(RandomGenerator random) {
        return random.nextInt(100) < 52 ? of(WOMEN, random) : of(MEN, random);
    }
}
