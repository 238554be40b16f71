package org.genryu.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Is this the very same content? SHA-256 in hex; the same bytes give the same hash on every machine.
///
/// hash of a folder = SHA-256 of, for every file in the order of its name, length of name, name, length of content,
/// content (lengths as 8 bytes, big end first), so that no two folders share a hash by running into each other.
public final class ContentHash {
    private ContentHash() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    /// @param files content by name within the folder; their order does not matter
    public static String of(Map<String, byte[]> files) {
        MessageDigest digest = digest();
        new TreeMap<>(files).forEach((name, content) -> {
            add(digest, name.getBytes(StandardCharsets.UTF_8));
            add(digest, content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /// @param words in their order, each with its length before it
    public static String of(List<String> words) {
        MessageDigest digest = digest();
        words.forEach(word -> add(digest, word.getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The first 64 bits of the hash of a word, to make a key of it.
    public static long key(String word) {
        return ByteBuffer.wrap(digest().digest(word.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, part.length));
        digest.update(part);
    }

    /// For content that comes piece by piece.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
