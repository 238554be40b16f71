package org.genryu.solve;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// A written program, read and solved by HiGHS alone, as another program would: nothing of ours stands between.
///
/// @param names of the columns
/// @param x by column
public record ReadBack(double objective, List<String> names, double[] x) {
    public static ReadBack of(Path file) throws IOException {
        Highs highs = Highs.library();
        MemorySegment model = highs.create();
        Path order = Files.createTempFile("read-back", ".mps");
        try {
            highs.option(model, "output_flag", false);
            highs.option(model, "primal_feasibility_tolerance", 1e-9);
            highs.option(model, "dual_feasibility_tolerance", 1e-9);
            if (highs.read(model, file.toString()) < 0) {
                throw new IOException("HiGHS does not read " + file);
            }
            // The names in the order that HiGHS gave them.
            highs.write(model, order.toString());
            List<String> lines = Files.readAllLines(order);
            int rows = lines.indexOf("ROWS");
            int columns = lines.indexOf("COLUMNS");
            List<String> names = lines.stream()
                    .skip(columns + 1)
                    .takeWhile(line -> line.startsWith(" "))
                    .map(line -> line.strip().split("\\s+")[0])
                    .distinct()
                    .toList();
            highs.run(model);
            if (highs.status(model) != Highs.OPTIMAL) {
                throw new IOException("HiGHS finds no optimum of " + file);
            }
            double[] x = new double[names.size()];
            highs.values(model, x, new double[columns - rows]);
            return new ReadBack(highs.number(model, "objective_function_value"), names, x);
        } finally {
            highs.destroy(model);
            Files.delete(order);
        }
    }

    /// Σ x over the columns whose name begins so.
    public double sum(String start) {
        return IntStream.range(0, names.size())
                .filter(j -> names.get(j).startsWith(start))
                .mapToDouble(j -> x[j])
                .sum();
    }
}
