package trastienda.server.platform.http;

import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// TLS from a certificate chain and a private key in PEM files.
final class Tls {
    private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final char[] NO_PASSWORD = {};

    private Tls() {}

    static SslContextFactory.Server of(Config.Tls files) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            var chain = chain(files.certificate());
            var key = key(files.key());
            requirePair(chain[0], key);
            store.setKeyEntry("tls", key, NO_PASSWORD, chain);
            var factory = new SslContextFactory.Server();
            factory.setKeyStore(store);
            factory.setKeyStorePassword("");
            factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
            factory.setSniRequired(false);
            return factory;
        } catch (IOException | GeneralSecurityException wrong) {
            throw new ConfigException("TRASTIENDA_TLS_CERT", "cannot be used with its key", wrong);
        }
    }

    private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(file)) {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (chain.isEmpty()) {
                throw new ConfigException("TRASTIENDA_TLS_CERT", "holds no PEM certificate");
            }
            return chain.toArray(Certificate[]::new);
        }
    }

    /// A key of another certificate would be noticed by the first client only.
    private static void requirePair(Certificate certificate, PrivateKey key)
            throws GeneralSecurityException {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> "EdDSA";
                };
        var trial = "trastienda".getBytes(StandardCharsets.US_ASCII);
        var signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(trial);
        var signed = signature.sign();
        try {
            signature.initVerify(certificate.getPublicKey());
            signature.update(trial);
            if (signature.verify(signed)) {
                return;
            }
        } catch (InvalidKeyException | SignatureException another) {
            LOG.debug("the certificate's key is of another kind", another);
        }
        throw new ConfigException("TRASTIENDA_TLS_KEY", "is not the key of TRASTIENDA_TLS_CERT");
    }

    private static PrivateKey key(Path file) throws IOException {
        var found = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (found.find()) {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(found.group(1)));
            for (var algorithm : List.of("EC", "RSA", "EdDSA")) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(spec);
                } catch (GeneralSecurityException another) {
                    LOG.debug("the TLS key is not {}", algorithm);
                }
            }
        }
        throw new ConfigException(
                "TRASTIENDA_TLS_KEY",
                "must be an unencrypted PKCS#8 PEM key (openssl pkcs8 -topk8 -nodes)");
    }
}
