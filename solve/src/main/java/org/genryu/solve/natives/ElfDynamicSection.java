package org.genryu.solve.natives;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.genryu.core.Check;

/// The dynamic section of an ELF library of 64 bits, little-endian: pairs (tag, value), ended by tag 0.
///
/// Source: System V ABI, "Program Header" and "Dynamic Section".
final class ElfDynamicSection {
    static final int MAGIC = 0x464c457f;

    private static final int PAIR = 16;
    private static final long STRINGS = 5;
    private static final long STRINGS_SIZE = 10;

    /// `DT_RPATH` and `DT_RUNPATH`.
    private static final Set<Long> FOLDERS = Set.of(15L, 29L);

    /// `DT_NEEDED`, `DT_CONFIG`, `DT_DEPAUDIT`, `DT_AUDIT`, `DT_AUXILIARY`, `DT_FILTER`: all name a file to load.
    private static final Set<Long> FILES = Set.of(1L, 0x6ffffefaL, 0x6ffffefbL, 0x6ffffefcL, 0x7ffffffdL, 0x7fffffffL);

    private final ByteBuffer file;

    ElfDynamicSection(byte[] library) {
        file = ByteBuffer.wrap(library.clone()).order(ByteOrder.LITTLE_ENDIAN);
        Check.that(
                file.getInt(0) == MAGIC && file.get(4) == 2 && file.get(5) == 1,
                "Library: it is no ELF file of 64 bits, little-endian.");
    }

    List<String> folders() {
        return words(FOLDERS).flatMap(ElfDynamicSection::elements).toList();
    }

    List<String> needs() {
        return words(FILES).toList();
    }

    /// The same library without the folders that are not [fit][Linkage#fit], byte for byte the same elsewhere.
    ///
    /// A list of which nothing remains is taken out of the section. Of a mixed list the fit part is kept if the
    /// library's table of words has it; words share their letters there, so that none can be written over.
    byte[] withoutUnfitFolders() {
        ElfDynamicSection cut = new ElfDynamicSection(file.array());
        for (int at = cut.start(); cut.tag(at) != 0; at += PAIR) {
            if (FOLDERS.contains(cut.tag(at))) {
                List<String> all = elements(cut.wordOf(at)).toList();
                String kept = String.join(":", all.stream().filter(Linkage::fit).toList());
                if (kept.isEmpty()) {
                    cut.remove(at);
                    at -= PAIR;
                } else if (!kept.equals(String.join(":", all))) {
                    long word = cut.find(kept)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "Library: of its search path '%s' only '%s' is fit, and that cannot be written there."
                                            .formatted(String.join(":", all), kept)));
                    cut.file.putLong(at + 8, word);
                }
            }
        }
        return cut.file.array();
    }

    private static Stream<String> elements(String list) {
        return Stream.of(list.split(":", -1));
    }

    private void remove(int at) {
        int last = at;
        for (; tag(last) != 0; last += PAIR) {
            file.putLong(last, file.getLong(last + PAIR));
            file.putLong(last + 8, file.getLong(last + PAIR + 8));
        }
    }

    private Stream<String> words(Set<Long> tags) {
        List<String> words = new ArrayList<>();
        for (int at = start(); tag(at) != 0; at += PAIR) {
            if (tags.contains(tag(at))) {
                words.add(wordOf(at));
            }
        }
        return words.stream();
    }

    private long tag(int at) {
        return file.getLong(at);
    }

    private String wordOf(int at) {
        return Linkage.word(file, offset(value(STRINGS)) + (int) file.getLong(at + 8));
    }

    /// Where the word stands in the table of words, ended there.
    private Optional<Long> find(String word) {
        int from = offset(value(STRINGS));
        int size = (int) value(STRINGS_SIZE);
        for (int i = 0; i + word.length() < size; i++) {
            if (file.get(from + i) == word.charAt(0)
                    && Linkage.word(file, from + i).equals(word)) {
                return Optional.of((long) i);
            }
        }
        return Optional.empty();
    }

    private long value(long wanted) {
        for (int at = start(); tag(at) != 0; at += PAIR) {
            if (tag(at) == wanted) {
                return file.getLong(at + 8);
            }
        }
        throw new IllegalArgumentException("Library: its dynamic section has no tag %s.".formatted(wanted));
    }

    /// Where the dynamic section begins [bytes].
    private int start() {
        for (int at = programHeaders(); at < programHeadersEnd(); at += file.getShort(54)) {
            if (file.getInt(at) == 2) {
                return (int) file.getLong(at + 8);
            }
        }
        throw new IllegalArgumentException("Library: it has no dynamic section.");
    }

    /// Where in the file stands what is loaded at this address?
    private int offset(long address) {
        for (int at = programHeaders(); at < programHeadersEnd(); at += file.getShort(54)) {
            long begin = file.getLong(at + 16);
            if (file.getInt(at) == 1 && address >= begin && address < begin + file.getLong(at + 32)) {
                return (int) (file.getLong(at + 8) + address - begin);
            }
        }
        throw new IllegalArgumentException("Library: address %x is not loaded.".formatted(address));
    }

    private int programHeaders() {
        return (int) file.getLong(32);
    }

    private int programHeadersEnd() {
        return programHeaders() + file.getShort(54) * file.getShort(56);
    }
}
