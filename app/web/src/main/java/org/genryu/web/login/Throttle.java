package org.genryu.web.login;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// How many wrong tries were there in the last minute? Thread-safe.
///
/// Counted for a name from one address, for an address, and for a name from anywhere: who guesses is held up, and the
/// owner of the name, who asks from elsewhere, is not. Whether a name is an account's makes no difference.
final class Throttle {
    /// Tries a minute.
    static final int OF_NAME_AND_ADDRESS = 10;

    static final int OF_ADDRESS = 30;
    static final int OF_NAME = 100;

    private static final long MINUTE = 60_000_000_000L;
    private static final int MOST_KEYS = 100_000;

    private final Map<String, Deque<Long>> tries = new HashMap<>();

    /// Whether one more try may be made; if so it counts as wrong until [#forget].
    /// @param now time of a clock that only goes on [ns]
    synchronized boolean mayTry(String name, String address, long now) {
        if (tries.size() > MOST_KEYS) {
            tries.values().removeIf(at -> at.peekLast() == null || now - at.getLast() > MINUTE);
        }
        if (count(pair(name, address), now) >= OF_NAME_AND_ADDRESS
                || count(address(address), now) >= OF_ADDRESS
                || count(name(name), now) >= OF_NAME) {
            return false;
        }
        for (String key : new String[] {pair(name, address), address(address), name(name)}) {
            tries.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(now);
        }
        return true;
    }

    /// The last try of this name from this address was right.
    synchronized void forget(String name, String address) {
        for (String key : new String[] {pair(name, address), address(address), name(name)}) {
            Deque<Long> at = tries.get(key);
            if (at != null) {
                at.pollLast();
            }
        }
    }

    private int count(String key, long now) {
        Deque<Long> at = tries.get(key);
        if (at == null) {
            return 0;
        }
        while (at.peekFirst() != null && now - at.getFirst() > MINUTE) {
            at.removeFirst();
        }
        if (at.isEmpty()) {
            tries.remove(key);
        }
        return at.size();
    }

    private static String pair(String name, String address) {
        return "p" + address + "\n" + name;
    }

    private static String address(String address) {
        return "a" + address;
    }

    private static String name(String name) {
        return "n" + name;
    }
}
