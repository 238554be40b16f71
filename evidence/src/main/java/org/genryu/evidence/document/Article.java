package org.genryu.evidence.document;

import java.time.LocalDate;
import java.util.Optional;

/// One text with what is known about where it comes from. A feed holds several.
///
/// @param name of the file; an entry of a feed or a part of an archive has its number behind a `#`
/// @param title empty if it has none
/// @param publisher who answers for it, such as a host or the sender of a mail; empty if that is not said
/// @param date when it says it was published
/// @param text as it was written, without markup; places of claims count in it
public record Article(String name, String title, String publisher, Optional<LocalDate> date, String text) {}
