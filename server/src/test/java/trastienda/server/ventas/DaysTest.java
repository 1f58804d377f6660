package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DaysTest {
    @Test
    void areCountedEvenWhenTheyAreMoreThanANumberHolds() {
        assertThat(Counted.ANY.length()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Days(-5, Long.MAX_VALUE - 1).length()).isEqualTo(Long.MAX_VALUE);
        assertThat(new Days(-5, -5).length()).isEqualTo(1);
        assertThat(new Days(3, 2).length()).isZero();
    }
}
