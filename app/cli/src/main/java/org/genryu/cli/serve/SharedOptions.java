package org.genryu.cli.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.genryu.cli.console.Arguments;
import org.genryu.cli.console.CommandCall;
import org.genryu.cli.console.HelpOptions;
import org.genryu.core.Text;
import org.genryu.web.Workbench;
import org.genryu.web.login.ProviderLogin;
import picocli.CommandLine.Model.CommandSpec;

/// How others come to the workbench: each of these options makes everybody log in.
final class SharedOptions {
    private static final String HOST = "--host";
    private static final String ADDRESS = "--address";
    private static final String ACCOUNTS = "--accounts";
    private static final String ISSUER = "--issuer";
    private static final String CLIENT = "--client";
    private static final String SECRET = "--client-secret-file";
    private static final String LOOPBACK = "127.0.0.1";

    private SharedOptions() {}

    static void describe(CommandSpec spec, HelpOptions words) {
        spec.addOption(words.option(
                HOST,
                "HOST",
                new Text(
                        "Address of this machine on which it listens; 127.0.0.1 by default. Another needs %s."
                                .formatted(ADDRESS),
                        "待ち受けるアドレス。既定は 127.0.0.1。ほかを指定するには %s が必要です。".formatted(ADDRESS))));
        spec.addOption(words.option(
                ADDRESS,
                "URL",
                new Text(
                        "Where browsers find it: the https address of the server before it.",
                        "ブラウザから見たアドレス。手前に置く https サーバーのアドレスです。")));
        spec.addOption(words.flag(
                ACCOUNTS, new Text("Everybody logs in, also on this machine alone.", "このコンピューターの中だけでもログインを求めます。")));
        spec.addOption(words.option(
                ISSUER, "URL", new Text("Provider of identities (OpenID Connect).", "認証プロバイダー(OpenID Connect)。")));
        spec.addOption(
                words.option(CLIENT, "ID", new Text("Id of the workbench at the provider.", "プロバイダーでのワークベンチのID。")));
        spec.addOption(words.option(
                SECRET, "FILE", new Text("File with the secret of that id in its first line.", "1行目にその秘密鍵を書いたファイル。")));
    }

    /// On which it listens.
    static String host(CommandCall call) {
        String host = call.option(HOST).orElse(LOOPBACK);
        if (!isLoopback(host) && call.option(ADDRESS).isEmpty()) {
            throw new Arguments.Misuse(new Text(
                    "%s is '%s', which others can reach; %s must say by which https address. Maybe put a server that speaks https before it."
                            .formatted(HOST, host, ADDRESS),
                    "%s は '%s' で、ほかの人からも届きます。https のアドレスを %s で指定してください。手前に https のサーバーを置くとよいでしょう。"
                            .formatted(HOST, host, ADDRESS)));
        }
        return host;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            throw new Arguments.Misuse(new Text(
                    "%s is '%s'; it must be an address of this machine.".formatted(HOST, host),
                    "%s は '%s' です。このコンピューターのアドレスを指定してください。".formatted(HOST, host)));
        }
    }

    /// How it is shared; empty if it is not.
    static Optional<Workbench.Shared> of(CommandCall call) throws IOException {
        Optional<URI> address = call.option(ADDRESS).map(text -> web(ADDRESS, text));
        Optional<ProviderLogin.Settings> provider = provider(call);
        boolean shared = address.isPresent()
                || provider.isPresent()
                || call.flag(ACCOUNTS)
                || !isLoopback(call.option(HOST).orElse(LOOPBACK));
        return shared ? Optional.of(new Workbench.Shared(address, provider)) : Optional.empty();
    }

    private static Optional<ProviderLogin.Settings> provider(CommandCall call) throws IOException {
        Optional<String> issuer = call.option(ISSUER);
        Optional<String> client = call.option(CLIENT);
        Optional<String> secret = call.option(SECRET);
        if (issuer.isEmpty() && client.isEmpty() && secret.isEmpty()) {
            return Optional.empty();
        }
        if (issuer.isEmpty() || client.isEmpty() || secret.isEmpty()) {
            throw new Arguments.Misuse(new Text(
                    "A provider needs all of %s, %s and %s.".formatted(ISSUER, CLIENT, SECRET),
                    "認証プロバイダーには %s、%s、%s のすべてが必要です。".formatted(ISSUER, CLIENT, SECRET)));
        }
        return Optional.of(
                new ProviderLogin.Settings(web(ISSUER, issuer.get()), client.get(), PasswordSource.line(secret.get())));
    }

    /// An https address; on this machine also http.
    private static URI web(String option, String text) {
        try {
            URI uri = new URI(text);
            boolean good = uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme())
                                    && uri.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]")));
            if (good && uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            throw noWeb(option, text);
        }
        throw noWeb(option, text);
    }

    private static Arguments.Misuse noWeb(String option, String text) {
        return new Arguments.Misuse(new Text(
                "%s is '%s'; it must be an https address, such as https://bench.example.jp. Plain http would show passwords to the network."
                        .formatted(option, text),
                "%s は '%s' です。https://bench.example.jp のような https のアドレスを指定してください。http ではパスワードがネットワークに見えてしまいます。"
                        .formatted(option, text)));
    }
}
