package org.genryu.solve.convex;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.genryu.core.ContentHash;
import org.genryu.solve.MathProgram;

/// A program falls apart into blocks that share no row: each is a program of its own.
///
/// Blocks are numbered by their first row; a column that meets no row is in a last block of its own kind, without rows.
///
/// @param columns by block: its columns, ascending
/// @param rows by block: its rows, ascending
public record ProgramBlocks(int[][] columns, int[][] rows) {
    public static ProgramBlocks of(MathProgram program) {
        int m = program.rows().size();
        int n = program.columns().size();
        int[] parent = new int[m];
        Arrays.setAll(parent, i -> i);
        int[] start = program.matrix().start();
        int[] row = program.matrix().row();
        for (int j = 0; j < n; j++) {
            for (int e = start[j] + 1; e < start[j + 1]; e++) {
                int a = root(parent, row[start[j]]);
                int b = root(parent, row[e]);
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
        int[] block = new int[m];
        int count = 0;
        for (int i = 0; i < m; i++) {
            int root = root(parent, i);
            block[i] = root == i ? count++ : block[root];
        }
        boolean loose = false;
        int[] of = new int[n];
        for (int j = 0; j < n; j++) {
            of[j] = start[j] == start[j + 1] ? count : block[row[start[j]]];
            loose |= of[j] == count;
        }
        int blocks = count + (loose ? 1 : 0);
        return new ProgramBlocks(grouped(of, blocks), grouped(block, blocks));
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static int[][] grouped(int[] block, int blocks) {
        int[] count = new int[blocks];
        for (int b : block) {
            count[b]++;
        }
        int[][] groups = new int[blocks][];
        for (int b = 0; b < blocks; b++) {
            groups[b] = new int[count[b]];
            count[b] = 0;
        }
        for (int i = 0; i < block.length; i++) {
            groups[block[i]][count[block[i]]++] = i;
        }
        return groups;
    }

    public int size() {
        return columns.length;
    }

    /// Block `b` as a program of its own; its columns and rows are those of [#columns()] and [#rows()], in that
    /// order.
    public MathProgram part(MathProgram program, int b) {
        int[] at = new int[program.rows().size()];
        for (int i = 0; i < rows[b].length; i++) {
            at[rows[b][i]] = i;
        }
        MathProgram.Matrix whole = program.matrix();
        int n = columns[b].length;
        int[] start = new int[n + 1];
        for (int k = 0; k < n; k++) {
            int j = columns[b][k];
            start[k + 1] = start[k] + whole.start()[j + 1] - whole.start()[j];
        }
        int[] row = new int[start[n]];
        double[] value = new double[start[n]];
        for (int k = 0; k < n; k++) {
            int from = whole.start()[columns[b][k]];
            for (int e = start[k]; e < start[k + 1]; e++) {
                row[e] = at[whole.row()[from + e - start[k]]];
                value[e] = whole.value()[from + e - start[k]];
            }
        }
        return new MathProgram(
                0,
                new MathProgram.Columns(
                        pick(program.columns().cost(), columns[b]),
                        pick(program.columns().lower(), columns[b]),
                        pick(program.columns().upper(), columns[b])),
                new MathProgram.Rows(
                        pick(program.rows().lower(), rows[b]),
                        pick(program.rows().upper(), rows[b])),
                new MathProgram.Matrix(start, row, value),
                new BitSet(),
                Optional.empty());
    }

    public CostCurves part(CostCurves curves, int b) {
        return new CostCurves(
                pick(curves.slope(), columns[b]),
                pick(curves.power(), columns[b]),
                pick(curves.from(), columns[b]),
                pick(curves.unit(), columns[b]));
    }

    /// Hash of all numbers of block `b` and of how its costs bend.
    public String content(MathProgram program, CostCurves costs, int b) {
        MathProgram block = part(program, b);
        CostCurves curves = part(costs, b);
        MessageDigest digest = ContentHash.digest();
        for (double[] numbers : List.of(
                block.columns().cost(),
                block.columns().lower(),
                block.columns().upper(),
                block.rows().lower(),
                block.rows().upper(),
                block.matrix().value(),
                curves.slope(),
                curves.power(),
                curves.from(),
                curves.unit())) {
            ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * (numbers.length + 1));
            bytes.putLong(numbers.length);
            for (double number : numbers) {
                bytes.putDouble(number);
            }
            digest.update(bytes.flip());
        }
        for (int[] places : List.of(block.matrix().start(), block.matrix().row())) {
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * places.length);
            for (int place : places) {
                bytes.putInt(place);
            }
            digest.update(bytes.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static double[] pick(double[] all, int[] which) {
        double[] picked = new double[which.length];
        Arrays.setAll(picked, k -> all[which[k]]);
        return picked;
    }

    static void put(double[] part, int[] which, double[] all) {
        for (int k = 0; k < which.length; k++) {
            all[which[k]] = part[k];
        }
    }
}
