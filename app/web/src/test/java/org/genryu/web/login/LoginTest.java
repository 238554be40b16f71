package org.genryu.web.login;

import java.nio.file.Path;
import org.genryu.store.StoreAddress;

/// Accounts in a file.
class LoginTest extends LoginRules {
    @Override
    StoreAddress store(Path folder) {
        return new StoreAddress.SqliteFile(folder.resolve("store.db"));
    }
}
