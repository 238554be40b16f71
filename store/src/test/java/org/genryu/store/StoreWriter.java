package org.genryu.store;

import java.util.List;
import java.util.Map;
import org.genryu.store.ChangeStore.Appended;
import org.genryu.store.KeptChange.Deed;
import org.genryu.store.KeptChange.Draft;
import org.genryu.store.KeptChange.Reason;

/// A process of its own that writes until it is killed: several writers, and one that makes backups all the while.
/// What the store has acknowledged is said on standard output, number and hash.
final class StoreWriter {
    private static final int WRITERS = 3;

    private StoreWriter() {}

    /// @param args the setting of a store; a word for this run
    public static void main(String[] args) throws Exception {
        StoreAddress address = StoreAddress.of(args[0]).value().orElseThrow();
        for (int i = 0; i < WRITERS; i++) {
            String subject = args[1] + "-" + i;
            new Thread(() -> write(address, subject)).start();
        }
        try (ChangeStore store = ChangeStore.open(address)) {
            while (true) {
                store.backup(new java.io.StringWriter());
            }
        }
    }

    private static void write(StoreAddress address, String subject) {
        Reason why = new Reason("2026-03-01T00:00:00Z", "writer", "kill test", "none");
        try (ChangeStore store = ChangeStore.open(address)) {
            for (int seen = 0; ; seen++) {
                // A change of two parts: both are there or none.
                List<Draft> both = List.of(
                        new Draft(Deed.after(seen, "register", subject, "note", Map.of("k", "v" + seen)), why),
                        new Draft(Deed.after(seen, "register", subject + "-pair", "note", Map.of()), why));
                if (store.append(both) instanceof Appended.Kept(var kept)) {
                    synchronized (StoreWriter.class) {
                        kept.forEach(one -> System.out.println(one.number() + " " + one.hash()));
                        System.out.flush();
                    }
                }
            }
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(3);
        }
    }
}
