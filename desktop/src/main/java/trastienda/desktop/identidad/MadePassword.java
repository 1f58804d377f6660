package trastienda.desktop.identidad;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A password that keeps the policy, without characters that look alike when read aloud.
final class MadePassword {
    private static final int LENGTH = 14;
    private static final List<String> KINDS =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-+=*#");
    private static final String ALL = String.join("", KINDS);

    private MadePassword() {}

    /// @param username which it must not contain
    /// @param random a secure one
    static String of(String username, Random random) {
        var made = draw(random);
        while (!username.isEmpty() && !ClaveRules.isGood(made, username)) {
            made = draw(random);
        }
        return made;
    }

    private static String draw(Random random) {
        var letters = new ArrayList<Character>();
        KINDS.forEach(kind -> letters.add(one(kind, random)));
        while (letters.size() < LENGTH) {
            letters.add(one(ALL, random));
        }
        Collections.shuffle(letters, random);
        return letters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static char one(String kind, Random random) {
        return kind.charAt(random.nextInt(kind.length()));
    }
}
