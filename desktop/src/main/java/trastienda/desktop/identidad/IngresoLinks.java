package trastienda.desktop.identidad;

import javafx.scene.Node;

import trastienda.desktop.platform.ui.Choices;
import trastienda.shared.identidad.Yo;

import java.util.function.Function;
import java.util.function.Supplier;

/// What the sign-in screen can reach beside its view model.
///
/// @param server the address as shown
/// @param changeServer asks for another address
/// @param mustChange the form that stands in for a person who must choose a new password
/// @param choices fills the menus of language and theme
record IngresoLinks(
        Supplier<String> server,
        Runnable changeServer,
        Function<Yo, Node> mustChange,
        Choices choices) {}
