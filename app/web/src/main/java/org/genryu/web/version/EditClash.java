package org.genryu.web.version;

import java.util.Optional;

/// An edit that rests on what is no longer so.
///
/// @param edit what somebody wants
/// @param is what stands there now; empty if the row is not there any more
public record EditClash(CaseEdit edit, Optional<String> is) {}
