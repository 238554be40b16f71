package org.genryu.web.link;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.genryu.core.Lang;

/// What is seen, all of it, as an address: the path of a page and its settings in alphabetical order. State to address
/// to state is the identity; two states that show the same have the same address.
///
/// @param path of the page, such as `/stress`
/// @param settings by name; none is empty
public record ViewState(String path, SortedMap<String, String> settings) {
    public static final String LANG = "lang";
    public static final String CASE = "case";
    public static final String SCENARIO = "scenario";
    /// Strait with whose closure a new scenario begins.
    public static final String CLOSE = "close";

    public ViewState {
        TreeMap<String, String> kept = new TreeMap<>(settings);
        kept.values().removeIf(String::isEmpty);
        settings = Collections.unmodifiableSortedMap(kept);
    }

    public static ViewState of(String path, Map<String, String> settings) {
        return new ViewState(path, new TreeMap<>(settings));
    }

    /// Reads an address; what comes twice counts as it came last.
    public static ViewState parse(String address) {
        int at = address.indexOf('?');
        TreeMap<String, String> settings = new TreeMap<>();
        if (at >= 0) {
            for (String pair : address.substring(at + 1).split("&", -1)) {
                int is = pair.indexOf('=');
                if (is > 0) {
                    settings.put(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
                }
            }
        }
        return new ViewState(at >= 0 ? address.substring(0, at) : address, settings);
    }

    public String address() {
        StringBuilder address = new StringBuilder(path);
        settings.forEach((name, value) -> address.append(address.length() == path.length() ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /// The same with another value; an empty one takes it away.
    public ViewState with(String name, String value) {
        TreeMap<String, String> other = new TreeMap<>(settings);
        other.put(name, value);
        return new ViewState(path, other);
    }

    /// Another page of the same case, scenario and language.
    public ViewState at(String otherPath) {
        TreeMap<String, String> kept = new TreeMap<>();
        for (String name : new String[] {LANG, CASE, SCENARIO}) {
            get(name).ifPresent(value -> kept.put(name, value));
        }
        return new ViewState(otherPath, kept);
    }

    public ViewState in(Lang lang) {
        return with(LANG, lang == Lang.JA ? "ja" : "en");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
