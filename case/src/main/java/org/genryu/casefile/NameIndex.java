package org.genryu.casefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Distinct names in the order of first sight, found from characters without making strings: open addressing with
/// linear probing, at most half full. A table's ids, and the interned words of a column.
///
/// Several threads may ask at once, once nobody adds: what was found last is read once a question, for another one may
/// have found something else meanwhile.
public final class NameIndex {
    private final List<String> all = new ArrayList<>();
    private char[] chars = new char[256];
    private int[] ends = new int[16];
    private int[] hashes = new int[16];
    private int[] slots = new int[64];
    private int last;

    public NameIndex() {
        Arrays.fill(slots, -1);
    }

    public int size() {
        return all.size();
    }

    public String name(int i) {
        return all.get(i);
    }

    public List<String> all() {
        return all;
    }

    public int find(String text) {
        return find(text.toCharArray(), 0, text.length());
    }

    /// Index of the name, or -1.
    public int find(char[] from, int start, int end) {
        int recent = last;
        if (recent < all.size() && same(recent, from, start, end)) {
            return recent;
        }
        int found = slots[slot(hash(from, start, end), from, start, end)];
        if (found >= 0) {
            last = found;
        }
        return found;
    }

    /// Index of the name, new or known.
    public int add(char[] from, int start, int end) {
        if (last < all.size() && same(last, from, start, end)) {
            return last;
        }
        int hash = hash(from, start, end);
        int slot = slot(hash, from, start, end);
        if (slots[slot] < 0) {
            keep(from, start, end, hash);
            slots[slot] = all.size() - 1;
            if (all.size() * 2 > slots.length) {
                grow();
            }
            last = all.size() - 1;
            return last;
        }
        last = slots[slot];
        return last;
    }

    private void keep(char[] from, int start, int end, int hash) {
        int n = all.size();
        int begin = n == 0 ? 0 : ends[n - 1];
        int length = end - start;
        if (begin + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(begin + length, chars.length * 2));
        }
        System.arraycopy(from, start, chars, begin, length);
        if (n == ends.length) {
            ends = Arrays.copyOf(ends, n * 2);
            hashes = Arrays.copyOf(hashes, n * 2);
        }
        ends[n] = begin + length;
        hashes[n] = hash;
        all.add(new String(from, start, length));
    }

    private void grow() {
        int[] wider = new int[slots.length * 4];
        Arrays.fill(wider, -1);
        for (int i = 0; i < all.size(); i++) {
            int slot = hashes[i] & wider.length - 1;
            while (wider[slot] >= 0) {
                slot = slot + 1 & wider.length - 1;
            }
            wider[slot] = i;
        }
        slots = wider;
    }

    private int slot(int hash, char[] from, int start, int end) {
        int slot = hash & slots.length - 1;
        while (slots[slot] >= 0 && !(hashes[slots[slot]] == hash && same(slots[slot], from, start, end))) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean same(int i, char[] from, int start, int end) {
        int begin = i == 0 ? 0 : ends[i - 1];
        int length = ends[i] - begin;
        if (length != end - start) {
            return false;
        }
        for (int k = 0; k < length; k++) {
            if (chars[begin + k] != from[start + k]) {
                return false;
            }
        }
        return true;
    }

    /// The string hash, mixed so that neighbouring ids do not sit beside each other.
    private static int hash(char[] from, int start, int end) {
        int h = 0;
        for (int i = start; i < end; i++) {
            h = h * 31 + from[i];
        }
        h *= 0x9E3779B9;
        return h ^ h >>> 15;
    }
}
