package org.genryu.solve.natives;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.genryu.core.Check;

/// Where does a shared library look for the other libraries that it needs?
///
/// An empty or relative folder is the folder in which a person happens to work, so that a file lying there would be
/// run. What is fit: the library's own folder, and the folders of the system.
///
/// Sources: System V ABI, "Dynamic Section"; Apple's `mach-o/loader.h`; Microsoft's "PE Format".
///
/// @param format of the file
/// @param folders that it names, in order: `DT_RPATH`, `DT_RUNPATH`; `LC_RPATH`; none in a DLL
/// @param needs libraries, as it names them
record Linkage(Format format, List<String> folders, List<String> needs) {
    enum Format {
        ELF,
        MACH_O,
        DLL
    }

    private static final Set<String> OWN_FOLDER = Set.of("$ORIGIN", "${ORIGIN}", "@loader_path", "@loader_path/");
    private static final Pattern SYSTEM =
            Pattern.compile("(/usr)?/lib(32|64)?(/(?!\\.)[\\w.+-]+)*/?|/System/Library(/(?!\\.)[\\w.+-]+)*");

    /// Parts of Windows, and the C++ runtime that every JDK has beside its program: found before the working
    /// folder.
    private static final Pattern WINDOWS =
            Pattern.compile("(?i)(kernel32|ucrtbase|api-ms-win-[\\w-]+|msvcp140|vcruntime140(_1)?)\\.dll");

    Linkage {
        folders = List.copyOf(folders);
        needs = List.copyOf(needs);
    }

    static Linkage of(byte[] library) {
        ByteBuffer file = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        int magic = file.getInt(0);
        if (magic == ElfDynamicSection.MAGIC) {
            ElfDynamicSection elf = new ElfDynamicSection(library);
            return new Linkage(Format.ELF, elf.folders(), elf.needs());
        }
        if (magic == 0xfeedfacf) {
            return machO(file);
        }
        Check.that((magic & 0xffff) == 0x5a4d, "Library: it is no ELF, Mach-O or DLL file of 64 bits.");
        return dll(file);
    }

    static boolean fit(String folder) {
        return OWN_FOLDER.contains(folder) || SYSTEM.matcher(folder).matches();
    }

    /// What leads to a folder that is not known beforehand; empty if nothing does.
    /// @param beside names of the files packed into the same folder
    List<String> unfit(Set<String> beside) {
        List<String> found = new ArrayList<>();
        folders.stream()
                .filter(folder -> !fit(folder))
                .map(folder -> "folder '" + folder + "'")
                .forEach(found::add);
        needs.stream()
                .filter(need -> !findable(need, beside))
                .map(need -> "library '" + need + "'")
                .forEach(found::add);
        return found;
    }

    private boolean findable(String need, Set<String> beside) {
        String name = need.substring(need.lastIndexOf('/') + 1);
        String folder = need.substring(0, need.length() - name.length());
        return switch (format) {
            case ELF ->
                !name.isEmpty() && (folder.isEmpty() || SYSTEM.matcher(folder).matches());
            case MACH_O ->
                switch (folder) {
                    case "@rpath/" -> beside.contains(name) && !folders.isEmpty();
                    case "@loader_path/" -> beside.contains(name);
                    default -> SYSTEM.matcher(need).matches();
                };
            case DLL -> WINDOWS.matcher(need).matches();
        };
    }

    private static final int RPATH = 0x8000001c;

    /// Load commands with which a library is asked for: plain, weak, re-exported, lazy, upward.
    private static final Set<Integer> LOAD = Set.of(0xc, 0x80000018, 0x8000001f, 0x20, 0x80000023);

    private static Linkage machO(ByteBuffer file) {
        List<String> folders = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        int commands = file.getInt(16);
        int at = 32;
        for (int i = 0; i < commands; i++) {
            int command = file.getInt(at);
            if (command == RPATH || LOAD.contains(command)) {
                (command == RPATH ? folders : needs).add(word(file, at + file.getInt(at + 8)));
            }
            at += file.getInt(at + 4);
        }
        return new Linkage(Format.MACH_O, folders, needs);
    }

    private static Linkage dll(ByteBuffer file) {
        int header = file.getInt(0x3c);
        int optional = header + 24;
        Check.that(file.getShort(optional) == 0x20b, "Library: it is no DLL of 64 bits.");
        List<String> needs = new ArrayList<>();
        imports(file, header, file.getInt(optional + 112 + 8), 20, 12, needs);
        imports(file, header, file.getInt(optional + 112 + 13 * 8), 32, 4, needs); // those loaded at their first use
        return new Linkage(Format.DLL, List.of(), needs);
    }

    private static void imports(ByteBuffer file, int header, int table, int size, int name, List<String> into) {
        if (table != 0) {
            for (int at = offset(file, header, table); file.getInt(at + name) != 0; at += size) {
                into.add(word(file, offset(file, header, file.getInt(at + name))));
            }
        }
    }

    /// Where in the file stands what is loaded at this relative address?
    private static int offset(ByteBuffer file, int header, int address) {
        int sections = file.getShort(header + 6);
        int first = header + 24 + file.getShort(header + 20);
        for (int at = first; at < first + 40 * sections; at += 40) {
            int start = file.getInt(at + 12);
            if (address >= start && address < start + file.getInt(at + 16)) {
                return file.getInt(at + 20) + address - start;
            }
        }
        throw new IllegalArgumentException("Library: address %x lies in no section.".formatted(address));
    }

    static String word(ByteBuffer file, int at) {
        StringBuilder word = new StringBuilder();
        for (int i = at; file.get(i) != 0; i++) {
            word.append((char) (file.get(i) & 0xff));
        }
        return word.toString();
    }
}
