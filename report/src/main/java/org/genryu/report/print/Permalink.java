package org.genryu.report.print;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// How is the same made again? The case by the hash of its words, the version of the program, the line to type, and the
/// address within a workbench, without a host.
///
/// @param caseId id of the case
/// @param caseHash SHA-256 of every word of it
/// @param label who may see it; empty if it has none
/// @param version of the program
/// @param date that the pages bear, such as `2027-01-15`
/// @param command the whole line
/// @param page of the workbench, such as `stress`
/// @param asked what is asked there, by name, in order
public record Permalink(
        String caseId,
        String caseHash,
        String label,
        String version,
        String date,
        String command,
        String page,
        Map<String, String> asked) {
    /// `/stress?case=alliance&scenario=japan-stop`.
    public String address() {
        return "/" + page + "?"
                + asked.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
