package org.genryu.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.genryu.store.ChangeStore.Head;

/// The same two changes as programs of every earlier schema have kept them, written down when that schema was the
/// newest, and never changed since.
final class StoredStores {
    static final Head HEAD = new Head(2, "ba64b790857a79e0f01262f4bef98440b74ba8a95d2c16eea123b46f4cae1eef");

    private StoredStores() {}

    static String sql(int version) throws IOException {
        String name = "stored-v" + version + ".sql";
        try (InputStream in = Objects.requireNonNull(StoredStores.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
