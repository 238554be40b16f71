package org.genryu.web.world;

import org.genryu.casefile.CaseFile;
import org.genryu.core.Text;

/// One version of a case.
///
/// @param id under which people know it
/// @param hash of its content
/// @param argument the word by which a worker finds it: a built-in id or a folder
/// @param example whether it is one that the program brings
/// @param file as it was read
public record KnownCase(String id, String hash, String argument, boolean example, CaseFile file) {
    /// As it stands in addresses: a link keeps its meaning when the case is changed.
    public String reference() {
        return id + "@" + hash.substring(0, 12);
    }

    public Text title() {
        return file.header().title();
    }
}
