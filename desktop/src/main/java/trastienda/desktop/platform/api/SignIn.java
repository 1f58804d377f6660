package trastienda.desktop.platform.api;

import trastienda.desktop.platform.api.SessionState.Why;
import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.CambioClave;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.identidad.Yo;
import trastienda.shared.operacion.VersionInfo;

import java.io.IOException;

/// Coming in and going out. The calls block; [#enter] is for the FX thread.
public final class SignIn {
    private final ApiClient api;
    private final Session session;

    /// Over a client and its session.
    public SignIn(ApiClient api, Session session) {
        this.api = api;
        this.session = session;
    }

    /// What the server says of itself.
    ///
    /// @throws ApiException `TooOld` or `TooNew` when the two cannot talk
    public VersionInfo version() throws IOException {
        var info = api.get(Paths.VERSION).as(VersionInfo.class);
        if (info.apiMinima() > ApiVersion.CURRENT) {
            throw new ApiException(new ApiFailure.TooOld());
        }
        if (info.api() < ApiVersion.OLDEST) {
            throw new ApiException(new ApiFailure.TooNew());
        }
        return info;
    }

    /// Checks name and password and holds the tokens; the person is in after [#enter].
    public Yo signIn(String username, String password) throws IOException {
        var tokens =
                api.post(Paths.LOGIN).json(new Credenciales(username, password)).as(Tokens.class);
        session.hold(tokens);
        return api.get(Paths.ME).as(Yo.class);
    }

    /// Changes the password of who holds the tokens, and answers who that is now.
    public Yo change(String actual, String fresh) throws IOException {
        api.post(Paths.PASSWORD).json(new CambioClave(actual, fresh)).send();
        return api.get(Paths.ME).as(Yo.class);
    }

    /// Takes the person in.
    public void enter(Yo yo) {
        session.enter(yo);
    }

    /// Ends the session at the server, as far as it can be reached.
    public void signOut() throws IOException {
        try {
            api.post(Paths.LOGOUT).send();
        } finally {
            session.leave(Why.LEFT);
        }
    }
}
