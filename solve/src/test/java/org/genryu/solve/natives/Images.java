package org.genryu.solve.natives;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Small library files, written byte by byte after the formats' own pages: only what says where others are looked for.
final class Images {
    private Images() {}

    /// One entry of the dynamic section.
    record Entry(long tag, String word) {}

    static final long NEEDED = 1;
    static final long RPATH = 15;
    static final long RUNPATH = 29;
    static final long AUDIT = 0x6ffffefcL;

    /// An ELF file with these entries, its words one after the other, and after the section the bytes `end`.
    static byte[] elf(List<Entry> entries) {
        ByteBuffer file = little(4096);
        file.put(0, new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 2);
        header(file, 64, 1, 0, 0x10000, 4096);
        header(file, 120, 2, 1024, 0x10000 + 1024, 1024);
        int words = 2048;
        int at = 1024;
        for (Entry entry : entries) {
            file.putLong(at, entry.tag()).putLong(at + 8, words - 2048L + 1);
            words = word(file, words + 1, entry.word()) - 1;
            at += 16;
        }
        file.putLong(at, 5).putLong(at + 8, 0x10000 + 2048);
        file.putLong(at + 16, 10).putLong(at + 24, words + 1L - 2048);
        file.put(4000, "end".getBytes(StandardCharsets.US_ASCII));
        return file.array();
    }

    private static void header(ByteBuffer file, int at, int type, long offset, long address, long size) {
        file.putInt(at, type).putLong(at + 8, offset).putLong(at + 16, address).putLong(at + 32, size);
    }

    /// A Mach-O file that looks in these folders for these libraries; load commands may differ.
    static byte[] machO(int load, List<String> folders, List<String> needs) {
        ByteBuffer file = little(4096);
        file.putInt(0, 0xfeedfacf).putInt(16, folders.size() + needs.size() + 1);
        int at = command(file, 32, 0xd, 24, "@rpath/itself.dylib");
        for (String need : needs) {
            at = command(file, at, load, 24, need);
        }
        for (String folder : folders) {
            at = command(file, at, 0x8000001c, 12, folder);
        }
        return file.array();
    }

    private static int command(ByteBuffer file, int at, int command, int word, String text) {
        int end = (word(file, at + word, text) + 7) / 8 * 8;
        file.putInt(at, command).putInt(at + 4, end - at).putInt(at + 8, word);
        return end;
    }

    /// A DLL that needs these libraries, the last of them at its first use only.
    static byte[] dll(String... needs) {
        ByteBuffer file = little(4096);
        file.putShort(0, (short) 0x5a4d).putInt(0x3c, 64);
        int optional = 64 + 24;
        file.putShort(64 + 6, (short) 1).putShort(64 + 20, (short) 240).putShort(optional, (short) 0x20b);
        file.putInt(optional + 112 + 8, 0x8000).putInt(optional + 112 + 13 * 8, 0x8000 + 512);
        int section = optional + 240;
        file.putInt(section + 12, 0x8000).putInt(section + 16, 2048).putInt(section + 20, 1024);
        int words = 2048;
        for (int i = 0; i < needs.length; i++) {
            boolean late = i == needs.length - 1;
            file.putInt(late ? 1024 + 512 + 4 : 1024 + 20 * i + 12, words - 1024 + 0x8000);
            words = word(file, words, needs[i]);
        }
        return file.array();
    }

    private static int word(ByteBuffer file, int at, String word) {
        byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
        file.put(at, letters);
        return at + letters.length + 1;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// An ELF file that needs `libc.so.6` and looks in `folders`.
    static byte[] looking(long tag, String folders) {
        return elf(new ArrayList<>(Arrays.asList(
                new Entry(NEEDED, "libc.so.6"), new Entry(tag, folders), new Entry(NEEDED, "libm.so.6"))));
    }
}
