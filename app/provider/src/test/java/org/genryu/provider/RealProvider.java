package org.genryu.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.ContextLoaderListener;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/// A provider of identities that others use in earnest (Spring Authorization Server), on a free port of this machine.
/// It demands PKCE; its people log in by a form.
final class RealProvider implements AutoCloseable {
    static final String CLIENT = "genryu";
    static final String SECRET = "known to two";
    static final String PASSWORD = "password at the provider";

    /// Held, since a logger that nobody holds forgets its level.
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("org.springframework"));

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    /// @param back where it may send people back
    RealProvider(String back) throws Exception {
        LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        connector.open();
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.register(Beans.class);
        String issuer = issuer();
        context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton(
                    "issuer",
                    AuthorizationServerSettings.builder().issuer(issuer).build());
            beans.registerSingleton("clients", clients(back));
        });
        ServletContextHandler handler = new ServletContextHandler("/", ServletContextHandler.SESSIONS);
        handler.addEventListener(new ContextLoaderListener(context));
        handler.addFilter(
                new FilterHolder(new DelegatingFilterProxy("springSecurityFilterChain", context)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        server.setHandler(handler);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    private static RegisteredClientRepository clients(String back) {
        return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                .clientId(CLIENT)
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(back)
                .scope("openid")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /// What the provider is made of.
    @Configuration
    @EnableWebSecurity
    static class Beans {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(person("ito-4711"), person("stranger"), person("gone"));
        }

        private static org.springframework.security.core.userdetails.UserDetails person(String name) {
            return User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("USER")
                    .build();
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        JWKSource<SecurityContext> keys() throws JOSEException {
            return new ImmutableJWKSet<>(
                    new JWKSet(new RSAKeyGenerator(2048).keyID("k1").generate()));
        }
    }
}
