package org.genryu.web.version;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.genryu.store.ChangeStore;
import org.genryu.store.KeptChange.Reason;
import org.genryu.store.StoreAddress;
import org.genryu.web.world.CaseShelf;
import org.genryu.web.world.KnownCase;

/// The histories of all cases on the shelf. The shelf asks here for versions that it does not hold.
public final class CaseBooks implements AutoCloseable {
    private final Map<String, CaseBook> books = new LinkedHashMap<>();
    private final ChangeStore store;
    private final CaseShelf shelf;

    private CaseBooks(ChangeStore store, CaseShelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /// @param folders where the folders of versions lie
    /// @param person by whom the server was started
    public static CaseBooks open(StoreAddress address, Path folders, CaseShelf shelf, Clock clock, String person)
            throws IOException {
        ChangeStore store = ChangeStore.open(address);
        try {
            CaseBooks made = new CaseBooks(store, shelf);
            for (KnownCase one : shelf.all()) {
                Reason at = new Reason(clock.instant().toString(), person, "", "");
                CaseBook book = CaseBook.open(store, one, folders, at);
                made.books.put(one.id(), book);
                book.ready(book.newest());
                shelf.add(book.newest());
            }
            shelf.elsewhere(made::version);
            return made;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// The history of a case on the shelf.
    public Optional<CaseBook> book(String id) {
        return Optional.ofNullable(books.get(id));
    }

    /// What was saved is the newest on the shelf.
    public Saving shelved(Saving saving) {
        if (saving instanceof Saving.Saved saved) {
            shelf.add(saved.known());
        }
        return saving;
    }

    private Optional<KnownCase> version(String reference) throws IOException {
        int at = reference.lastIndexOf('@');
        CaseBook book = books.get(at < 0 ? reference : reference.substring(0, at));
        if (book == null) {
            return Optional.empty();
        }
        Optional<KnownCase> found = at < 0 ? Optional.of(book.newest()) : book.version(reference.substring(at + 1));
        if (found.isPresent()) {
            book.ready(found.get());
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
