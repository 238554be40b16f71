package org.genryu.cli.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.genryu.core.ContentHash;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Which parts are shipped, in which version, under which licence, and are they what was meant?
///
/// Holds every jar beside the program against the SHA-256 that people have written down in `parts.csv`, and stops the
/// build if one is unknown or another. Then writes the bill of materials (CycloneDX 1.6), with the native libraries
/// that are packed into the jars. It asks nobody anything, so it is made offline as well, and its bytes depend on what
/// is shipped alone.
final class PartsList {
    /// What the build has put together.
    ///
    /// @param version of this house
    /// @param lib folder of the jars that are shipped beside the program
    /// @param parts those by others that are known
    record Shipment(String version, Path lib, List<ShippedPart> parts) {
        Shipment {
            parts = List.copyOf(parts);
        }
    }

    /// Stops the build, with the reason and no more.
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason, null, false, false);
        }
    }

    /// A part as it was found, with the SHA-256 of each of its files by name.
    private record Found(ShippedPart part, Map<String, String> sums) {}

    /// A file for one platform, or a font: what lies in our jars and is not ours.
    private static final Pattern PACKED =
            Pattern.compile("natives/(?!licences/)[^/]+/[^/]+|org/genryu/.*\\.(?:ttf|min\\.js)");

    private PartsList() {}

    /// @param args version; folder of the jars; `parts.csv`; the bill to write
    public static void main(String[] args) throws IOException {
        List<ShippedPart> parts;
        try (Stream<String> lines = Files.lines(Path.of(args[2]))) {
            parts = lines.skip(1).map(ShippedPart::of).toList();
        }
        write(new Shipment(args[0], Path.of(args[1]), parts), Path.of(args[3]));
    }

    static void write(Shipment shipment, Path bill) throws IOException {
        List<Found> found = new ArrayList<>(jars(shipment));
        found.addAll(natives(shipment));
        try (OutputStream to = Files.newOutputStream(bill);
                JsonGenerator json = JsonFactory.builder()
                        .build()
                        .createGenerator(
                                new ObjectWriteContext.Base() {
                                    @Override
                                    public DefaultPrettyPrinter getPrettyPrinter() {
                                        return new DefaultPrettyPrinter();
                                    }
                                },
                                to)) {
            document(json, shipment.version(), found);
        }
    }

    /// Every jar that is shipped; each must be known and be what is written down.
    private static List<Found> jars(Shipment shipment) throws IOException {
        Map<String, ShippedPart> known = new TreeMap<>();
        shipment.parts().stream().filter(ShippedPart::isJar).forEach(part -> known.put(part.file(), part));
        List<Found> found = new ArrayList<>();
        for (Path jar : list(shipment.lib())) {
            String name = jar.getFileName().toString();
            String is = ContentHash.of(Files.readAllBytes(jar));
            boolean own = name.startsWith("genryu-") && name.endsWith("-" + shipment.version() + ".jar");
            ShippedPart part = own ? ShippedPart.own(name, shipment.version()) : known.get(name);
            if (part == null) {
                throw new Refused(
                        "%s: it is shipped and not in parts.csv. If it is meant, its line ends with %s,%s; if an earlier build left it, ./mvnw clean helps."
                                .formatted(name, name, is));
            }
            if (!own && part.sum().filter(is::equals).isEmpty()) {
                throw new Refused(
                        "%s: its SHA-256 is %s; parts.csv says %s. It was changed on its way here, or another one is meant."
                                .formatted(name, is, part.sum().orElse("nothing")));
            }
            found.add(new Found(part, Map.of(name, is)));
        }
        return found;
    }

    /// What is packed into the jars of this house, and what it was taken from.
    private static List<Found> natives(Shipment shipment) throws IOException {
        Map<String, String> packed = new TreeMap<>();
        for (Path jar : list(shipment.lib())) {
            if (jar.getFileName().toString().startsWith("genryu-")) {
                packed.putAll(packed(jar));
            }
        }
        List<Found> found = new ArrayList<>();
        for (ShippedPart part : shipment.parts()) {
            Map<String, String> files = new TreeMap<>(packed);
            files.keySet()
                    .removeIf(name -> !(part.isArchive()
                            ? name.startsWith(part.file())
                            : stem(name).equals(part.file())));
            if (!part.isArchive()
                    && !part.isJar()
                    && part.sum().isPresent()
                    && !files.values().stream().allMatch(part.sum().get()::equals)) {
                throw new Refused("%s: its SHA-256 is %s; parts.csv says %s. It was changed, or another one is meant."
                        .formatted(
                                part.file(),
                                String.join(", ", files.values()),
                                part.sum().get()));
            }
            if (!files.isEmpty()) {
                found.add(new Found(part, files));
            }
        }
        for (String name : packed.keySet()) {
            if (found.stream()
                    .noneMatch(one -> !one.part().isArchive() && one.sums().containsKey(name))) {
                throw new Refused("%s: it is shipped and not in parts.csv.".formatted(name));
            }
        }
        return found;
    }

    /// `natives/linux-x86-64/libClp.so.1` is of `Clp`.
    private static String stem(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        String whole = file.startsWith("lib") ? file.substring(3) : file;
        return whole.substring(0, whole.indexOf('.'));
    }

    private static Map<String, String> packed(Path jar) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (PACKED.matcher(entry.getName()).matches()) {
                    try (InputStream in = file.getInputStream(entry)) {
                        sums.put(entry.getName(), ContentHash.of(in.readAllBytes()));
                    }
                }
            }
        }
        return sums;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static void document(JsonGenerator json, String version, List<Found> found) {
        ShippedPart program = ShippedPart.own("genryu-cli-" + version + ".jar", version);
        json.writeStartObject();
        json.writeStringProperty("bomFormat", "CycloneDX");
        json.writeStringProperty("specVersion", "1.6");
        json.writeNumberProperty("version", 1);
        json.writeObjectPropertyStart("metadata");
        json.writeName("component");
        component(json, "application", new Found(program, Map.of()));
        json.writeEndObject();
        json.writeArrayPropertyStart("components");
        found.forEach(one -> component(json, "library", one));
        json.writeEndArray();
        json.writeArrayPropertyStart("dependencies");
        json.writeStartObject();
        json.writeStringProperty("ref", program.purl());
        json.writeArrayPropertyStart("dependsOn");
        found.forEach(one -> json.writeString(one.part().purl()));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void component(JsonGenerator json, String type, Found one) {
        ShippedPart part = one.part();
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("bom-ref", part.purl());
        json.writeStringProperty("group", part.group());
        json.writeStringProperty("name", part.name());
        part.version().ifPresent(version -> json.writeStringProperty("version", version));
        if (part.isArchive()) {
            json.writeStringProperty("description", "Not shipped itself: the native libraries are taken out of it.");
            json.writeStringProperty("scope", "excluded");
        }
        part.sum().or(() -> Optional.ofNullable(one.sums().get(part.file()))).ifPresent(sum -> hashes(json, sum));
        json.writeArrayPropertyStart("licenses");
        json.writeStartObject();
        json.writeObjectPropertyStart("license");
        json.writeStringProperty("id", part.licence());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringProperty("purl", part.purl());
        if (!part.isJar() && !part.isArchive()) {
            json.writeArrayPropertyStart("components");
            one.sums().forEach((name, sum) -> {
                json.writeStartObject();
                json.writeStringProperty("type", "file");
                json.writeStringProperty("name", name);
                hashes(json, sum);
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void hashes(JsonGenerator json, String sum) {
        json.writeArrayPropertyStart("hashes");
        json.writeStartObject();
        json.writeStringProperty("alg", "SHA-256");
        json.writeStringProperty("content", sum);
        json.writeEndObject();
        json.writeEndArray();
    }
}
