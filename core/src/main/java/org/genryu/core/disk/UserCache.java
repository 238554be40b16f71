package org.genryu.core.disk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where may the program keep what it can make again? In `genryu` of the user's cache folder: `LOCALAPPDATA` (Windows),
/// else `XDG_CACHE_HOME`, else `.cache` at home. Everything there may be deleted at any time.
///
/// @param environment the variables of the system
/// @param home the user's home folder; not absolute if there is none
public record UserCache(Map<String, String> environment, Path home) {
    /// That of the person as who this process runs.
    public static UserCache here() {
        return new UserCache(System.getenv(), Path.of(System.getProperty("user.home", "")));
    }

    /// The folder for one kind of thing, which need not be there; empty if the user has no absolute folder of that
    /// kind.
    public Optional<Path> folder(String name) {
        return Stream.of(
                        variable("LOCALAPPDATA"),
                        variable("XDG_CACHE_HOME"),
                        Optional.of(home.resolve(".cache")).filter(Path::isAbsolute))
                .flatMap(Optional::stream)
                .findFirst()
                .map(base -> base.resolve("genryu").resolve(name));
    }

    private Optional<Path> variable(String variable) {
        try {
            return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
