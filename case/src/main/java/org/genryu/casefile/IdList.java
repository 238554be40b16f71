package org.genryu.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The ids of a table in file order, with their index. Inside, a thing is its index; outside, its id.
public final class IdList {
    private final List<String> names;
    private final Map<String, Integer> index;

    public IdList(List<String> names) {
        this.names = List.copyOf(names);
        this.index = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            index.putIfAbsent(names.get(i), i);
        }
    }

    public int size() {
        return names.size();
    }

    public String id(int i) {
        return names.get(i);
    }

    /// Index of the id, or -1.
    public int find(String id) {
        return index.getOrDefault(id, -1);
    }

    public List<String> all() {
        return names;
    }
}
