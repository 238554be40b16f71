package org.genryu.cli.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.genryu.cli.console.Arguments;
import org.genryu.core.Finding;
import org.genryu.core.Outcome;
import org.genryu.core.Text;
import org.genryu.evidence.ledger.ClaimLedger;
import org.genryu.store.ChangeStore;
import org.genryu.store.StoreAddress;

/// Where a ledger is, as it was typed: a file of lines, a store in a file that ends in `.db`, or a server.
sealed interface LedgerPlace {
    boolean exists();

    /// As it stands in messages.
    String shown();

    Outcome<ClaimLedger> open() throws IOException;

    static LedgerPlace of(String typed) {
        boolean store =
                typed.startsWith("jdbc:") || typed.toLowerCase(Locale.ROOT).endsWith(".db");
        if (!store) {
            return new Lines(Arguments.path("--ledger", typed));
        }
        Outcome<StoreAddress> address = StoreAddress.of(typed);
        return new InStore(address.value().orElseThrow(() -> {
            Finding refused = address.findings().getFirst();
            return new Arguments.Misuse(new Text(
                    refused.thing().en() + ": " + refused.problem().en(),
                    refused.thing().ja() + ": " + refused.problem().ja()));
        }));
    }

    record Lines(Path file) implements LedgerPlace {
        @Override
        public boolean exists() {
            return Files.exists(file);
        }

        @Override
        public String shown() {
            return file.toString();
        }

        @Override
        public Outcome<ClaimLedger> open() throws IOException {
            return ClaimLedger.open(file);
        }
    }

    record InStore(StoreAddress address) implements LedgerPlace {
        @Override
        public boolean exists() {
            return ChangeStore.exists(address);
        }

        @Override
        public String shown() {
            return address.shown();
        }

        @Override
        public Outcome<ClaimLedger> open() throws IOException {
            return ClaimLedger.open(address);
        }
    }
}
