package org.genryu.casefile.check;

import java.util.Arrays;

/// First index at which each of many keys was seen: open addressing with linear probing, at most half full. Keys are
/// 0 or more.
final class LongIndex {
    private final long[] keys;
    private final int[] firsts;

    /// @param most number of keys that will be put
    LongIndex(int most) {
        int size = Integer.highestOneBit(Math.max(4, most)) * 4;
        keys = new long[size];
        firsts = new int[size];
        Arrays.fill(keys, -1);
    }

    /// Index at which the key was put before, or -1 if it is new.
    int put(long key, int index) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] != -1) {
            if (keys[slot] == key) {
                return firsts[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        firsts[slot] = index;
        return -1;
    }
}
