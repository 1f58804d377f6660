package trastienda.desktop.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

class NaturalOrderTest {
    @Test
    void sortsNumbersByTheirValueAndLettersWhateverTheirAccents() {
        assertThat(
                        Stream.of(
                                        "Pospago 120 GB",
                                        "Pospago 15 GB Control",
                                        "Pospago Ilimitado",
                                        "Óscar",
                                        "Pospago 15 GB",
                                        "Pablo",
                                        "Pospago 9")
                                .sorted(new NaturalOrder()))
                .containsExactly(
                        "Óscar",
                        "Pablo",
                        "Pospago 9",
                        "Pospago 15 GB",
                        "Pospago 15 GB Control",
                        "Pospago 120 GB",
                        "Pospago Ilimitado");
    }

    @Test
    void isZeroForTheSameName() {
        assertThat(new NaturalOrder().compare("Plan 7", "Plan 7")).isZero();
    }
}
