package trastienda.desktop.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

class NamedChoicesTest {
    private static final List<@Nullable String> AGENTS =
            Arrays.asList(
                    null, "Ana Milena Peña", "Andrés Álvarez", "Álvaro Ríos", "Óscar Andrade");

    @Test
    void whatBeginsSoComesBeforeWhatHasAWordThatDoes() {
        assertThat(found("and")).isEqualTo("Andrés Álvarez");
        assertThat(found("andra")).isEqualTo("Óscar Andrade");
    }

    @Test
    void accentsAndCapitalsNeedNotBeTyped() {
        assertThat(found("ALVARO")).isEqualTo("Álvaro Ríos");
        assertThat(found("pena")).isEqualTo("Ana Milena Peña");
        assertThat(found("ósc")).isEqualTo("Óscar Andrade");
    }

    @Test
    void theMiddleOfAWordIsNotItsBeginning() {
        assertThat(found("drade")).isNull();
    }

    private static @Nullable String found(String typed) {
        return NamedChoices.find(AGENTS, Function.identity(), typed).orElse(null);
    }
}
