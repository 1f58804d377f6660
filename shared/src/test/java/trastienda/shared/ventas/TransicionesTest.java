package trastienda.shared.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import static trastienda.shared.ventas.EstadoVenta.APROBADA;
import static trastienda.shared.ventas.EstadoVenta.CANCELADA;
import static trastienda.shared.ventas.EstadoVenta.CLIENTE_CONFIRMA;
import static trastienda.shared.ventas.EstadoVenta.COMPLETADA;
import static trastienda.shared.ventas.EstadoVenta.DEVUELTA;
import static trastienda.shared.ventas.EstadoVenta.DIGITADA;
import static trastienda.shared.ventas.EstadoVenta.ESCALAMIENTO;
import static trastienda.shared.ventas.EstadoVenta.PENDIENTE_REVISION;
import static trastienda.shared.ventas.EstadoVenta.RECHAZADA;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import trastienda.shared.ventas.Transiciones.Paso;
import trastienda.shared.ventas.Transiciones.Quien;
import trastienda.shared.ventas.Transiciones.Requisito;

import java.util.HashSet;

class TransicionesTest {
    @Test
    void aReturnedSaleGoesBackToReviewOnlyByItsAgentOrForAnAbsentOne() {
        assertThat(Transiciones.desde(DEVUELTA, false))
                .filteredOn(paso -> paso.a() == PENDIENTE_REVISION)
                .singleElement()
                .satisfies(
                        paso -> {
                            assertThat(paso.quien())
                                    .containsExactlyInAnyOrder(
                                            Quien.AGENTE_PROPIO, Quien.SUPERVISOR_POR_AUSENTE);
                            assertThat(paso.requisitos()).containsExactly(Requisito.CORRECCION);
                        });
    }

    @Test
    void obligatoryConfirmationTakesTheDirectWayToApproved() {
        assertThat(Transiciones.desde(PENDIENTE_REVISION, false))
                .extracting(Paso::a)
                .contains(APROBADA);
        assertThat(Transiciones.desde(PENDIENTE_REVISION, true))
                .extracting(Paso::a)
                .doesNotContain(APROBADA);
        assertThat(Transiciones.desde(CLIENTE_CONFIRMA, true))
                .extracting(Paso::a)
                .contains(APROBADA);
    }

    @Test
    void aSaleIsCompleteOnlyWhenDeliveredAndPorted() {
        assertThat(Transiciones.todas())
                .filteredOn(paso -> paso.a() == COMPLETADA)
                .singleElement()
                .satisfies(
                        paso -> {
                            assertThat(paso.de()).isEqualTo(DIGITADA);
                            assertThat(paso.requisitos())
                                    .containsExactlyInAnyOrder(
                                            Requisito.LOGISTICA_ENTREGADA,
                                            Requisito.PORTABILIDAD_PORTADA);
                        });
    }

    @Test
    void itsAgentCancelsOnlyBeforeTheFirstApproval() {
        assertThat(Transiciones.todas())
                .filteredOn(paso -> paso.a() == CANCELADA)
                .filteredOn(paso -> paso.quien().contains(Quien.AGENTE_PROPIO))
                .allSatisfy(
                        paso -> {
                            assertThat(paso.de()).isNotIn(APROBADA, DIGITADA);
                            assertThat(paso.requisitos()).contains(Requisito.NUNCA_APROBADA);
                        });
    }

    @ParameterizedTest
    @EnumSource(EstadoVenta.class)
    void whatIsClosedIsOnlyReopenedAndWhatIsOpenCanBeCancelled(EstadoVenta estado) {
        var targets = Transiciones.desde(estado, false).stream().map(Paso::a).toList();
        if (estado == COMPLETADA) {
            assertThat(targets).isEmpty();
        } else if (estado == RECHAZADA || estado == CANCELADA) {
            assertThat(targets).containsExactly(PENDIENTE_REVISION);
        } else {
            assertThat(targets).contains(CANCELADA).doesNotContain(estado);
        }
    }

    @Test
    void whatSendsASaleBackOrAwayNeedsAReason() {
        assertThat(Transiciones.todas())
                .filteredOn(
                        paso ->
                                paso.a() == DEVUELTA
                                        || paso.a() == RECHAZADA
                                        || paso.a() == CANCELADA
                                        || paso.a() == ESCALAMIENTO)
                .allMatch(paso -> paso.requisitos().contains(Requisito.MOTIVO));
    }

    @Test
    void noStepStandsTwiceForTheSamePeople() {
        var seen = new HashSet<String>();
        for (var paso : Transiciones.todas()) {
            for (var quien : paso.quien()) {
                assertThat(seen.add(paso.de() + ">" + paso.a() + ">" + quien)).isTrue();
            }
        }
    }

    @Test
    void aDeliveryRefusedIsSentAgainAndAPortingRefusedIsAskedAgain() {
        assertThat(Transiciones.desde(EstadoLogistica.RECHAZADO))
                .containsExactly(EstadoLogistica.PENDIENTE_SEGUIMIENTO);
        assertThat(Transiciones.desde(EstadoPortabilidad.RECHAZADA_DONANTE))
                .containsExactly(EstadoPortabilidad.SOLICITADA);
        assertThat(Transiciones.desde(EstadoLogistica.ENTREGADO)).isEmpty();
        assertThat(Transiciones.desde(EstadoPortabilidad.PORTADA)).isEmpty();
    }
}
