package org.genryu.web.http;

import java.util.Optional;

/// Who asks.
/// @param name as it stands in histories
/// @param access what they may do
/// @param token that their forms must carry; empty if they may send none
/// @param session key of the session in which they ask; empty where nobody logs in
public record Visitor(String name, Access access, String token, Optional<String> session) {
    /// Where nobody logs in.
    public Visitor(String name, Access access, String token) {
        this(name, access, token, Optional.empty());
    }
}
