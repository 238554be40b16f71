package org.genryu.cli.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.genryu.core.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is shipped is known, is what was meant, and is told. Rung: by hand.
class PartsListTest {
    @TempDir
    private Path folder;

    private Path lib;
    private Path bill;

    @BeforeEach
    void folders() throws IOException {
        lib = Files.createDirectories(folder.resolve("lib"));
        bill = folder.resolve("bom.json");
    }

    /// A jar with these files; gives its SHA-256.
    private String jar(String name, String... files) throws IOException {
        Path jar = lib.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String file : files) {
                ZipEntry entry = new ZipEntry(file);
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getBytes(StandardCharsets.UTF_8));
            }
        }
        return ContentHash.of(Files.readAllBytes(jar));
    }

    private JsonNode write(String... lines) throws IOException {
        PartsList.write(
                new PartsList.Shipment(
                        "1.2", lib, Stream.of(lines).map(ShippedPart::of).toList()),
                bill);
        return JsonMapper.shared().readTree(Files.readAllBytes(bill));
    }

    private static List<String> names(JsonNode bill) {
        List<String> names = new ArrayList<>();
        bill.get("components")
                .forEach(one -> names.add(one.get("name").asString() + " "
                        + one.path("version").asString("-") + " "
                        + one.get("licenses").get(0).get("license").get("id").asString()));
        return names;
    }

    @Test
    void everyJarAndEveryNativeLibraryMustBeOnTheBillWithVersionAndLicence() throws IOException {
        String own = jar(
                "genryu-solve-1.2.jar",
                "natives/NOTICE.txt",
                "natives/licences/HiGHS.txt",
                "natives/linux-x86-64/libhighs.so.1",
                "natives/linux-x86-64/libz.so.1",
                "natives/win32-x86-64/highs.dll");
        String other = jar("picocli-4.7.7.jar", "a.class");
        JsonNode found = write(
                "pkg:maven/info.picocli/picocli@4.7.7,Apache-2.0,picocli-4.7.7.jar," + other,
                "pkg:maven/not.shipped/today@1,MIT,today-1.jar,00",
                "pkg:github/ERGO-Code/HiGHS@1.12.0,MIT,highs,",
                "pkg:github/orlp/pdqsort,Zlib,highs,",
                "pkg:github/coin-or/Clp@1.17.10,EPL-2.0,Clp,",
                "pkg:github/madler/zlib@1.3.1,Zlib,z,",
                "pkg:maven/com.google.ortools/ortools-linux-x86-64@9.15,Apache-2.0,natives/linux-x86-64/,11",
                "pkg:maven/com.google.ortools/ortools-darwin-x86-64@9.15,Apache-2.0,natives/darwin-x86-64/,22");
        assertThat(found.get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(names(found))
                .containsExactly(
                        "genryu-solve 1.2 Apache-2.0",
                        "picocli 4.7.7 Apache-2.0",
                        "HiGHS 1.12.0 MIT",
                        "pdqsort - Zlib",
                        "zlib 1.3.1 Zlib",
                        "ortools-linux-x86-64 9.15 Apache-2.0");
        JsonNode all = found.get("components");
        assertThat(all.get(0).get("hashes").get(0).get("content").asString()).isEqualTo(own);
        assertThat(all.get(1).get("group").asString()).isEqualTo("info.picocli");
        assertThat(all.get(1).get("hashes").get(0).get("content").asString()).isEqualTo(other);
        assertThat(all.get(2).get("components")).hasSize(2);
        assertThat(all.get(2)
                        .get("components")
                        .get(0)
                        .get("hashes")
                        .get(0)
                        .get("content")
                        .asString())
                .isEqualTo(ContentHash.of("natives/linux-x86-64/libhighs.so.1".getBytes(StandardCharsets.UTF_8)));
        assertThat(all.get(5).get("scope").asString()).isEqualTo("excluded");
        assertThat(found.get("dependencies").get(0).get("dependsOn")).hasSize(6);
    }

    @Test
    void aJarThatWasChangedMustStopTheBuild() throws IOException {
        String is = jar("picocli-4.7.7.jar", "a.class");
        assertThatThrownBy(() -> write("pkg:maven/info.picocli/picocli@4.7.7,Apache-2.0,picocli-4.7.7.jar,0123"))
                .isInstanceOf(PartsList.Refused.class)
                .hasMessage("picocli-4.7.7.jar: its SHA-256 is " + is
                        + "; parts.csv says 0123. It was changed on its way here, or another one is meant.");
        assertThat(bill).doesNotExist();
    }

    @Test
    void whatIsNotWrittenDownMustStopTheBuild() throws IOException {
        String is = jar("surprise-1.jar", "a.class");
        assertThatThrownBy(() -> write())
                .hasMessage(
                        "surprise-1.jar: it is shipped and not in parts.csv. If it is meant, its line ends with surprise-1.jar,"
                                + is + "; if an earlier build left it, ./mvnw clean helps.");
        Files.delete(lib.resolve("surprise-1.jar"));
        jar("genryu-solve-1.2.jar", "natives/linux-x86-64/libsurprise.so.1");
        assertThatThrownBy(
                        () -> write("pkg:maven/com.google.ortools/ortools-linux-x86-64@9,MIT,natives/linux-x86-64/,1"))
                .hasMessage("natives/linux-x86-64/libsurprise.so.1: it is shipped and not in parts.csv.");
        assertThat(bill).doesNotExist();
    }

    @Test
    void theSameShipmentMustGiveTheSameBytes() throws IOException {
        jar("genryu-core-1.2.jar", "a.class");
        write();
        byte[] first = Files.readAllBytes(bill);
        write();
        assertThat(bill).hasBinaryContent(first);
    }

    @Test
    void aFontThatIsAnotherMustStopTheBuild() throws IOException {
        String font = "org/genryu/report/print/BIZUDPGothic-Regular.ttf";
        jar("genryu-report-1.2.jar", font);
        String sum = ContentHash.of(font.getBytes(StandardCharsets.UTF_8));
        assertThat(names(write("pkg:npm/%40fonts/biz@1,OFL-1.1,BIZUDPGothic-Regular," + sum)))
                .anyMatch(name -> name.startsWith("biz"));
        assertThatThrownBy(() -> write("pkg:npm/%40fonts/biz@1,OFL-1.1,BIZUDPGothic-Regular,11"))
                .hasMessageContaining("BIZUDPGothic-Regular: its SHA-256 is " + sum);
        assertThatThrownBy(() -> write("pkg:maven/a/b@1,MIT,b-1.jar,11")).hasMessageContaining(font);
    }

    /// Libraries whose sums stand in `natives/SHA256SUMS`.
    private static final Set<String> NATIVE = Set.of("highs", "Clp", "CoinUtils", "Osi", "z");

    @Test
    void everyLineOfTheRealListMustBeWhole() throws IOException {
        Path list = Path.of("src/main/bill/parts.csv");
        List<String> lines = Files.readAllLines(list);
        assertThat(lines.getFirst()).isEqualTo("purl,licence,file,sha256");
        List<ShippedPart> parts = lines.stream().skip(1).map(ShippedPart::of).toList();
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.purl()).matches("pkg:(maven|github|npm)/[\\w.%-]+/[\\w.-]+(@[\\w.-]+)?");
            assertThat(part.licence())
                    .isIn(
                            "Apache-2.0",
                            "MIT",
                            "Zlib",
                            "EPL-2.0",
                            "BSD-2-Clause",
                            "BSD-3-Clause",
                            "LGPL-2.1-or-later",
                            "OFL-1.1");
            boolean pinned = !NATIVE.contains(part.file());
            assertThat(part.sum().filter(sum -> sum.matches("[0-9a-f]{64}")).isPresent())
                    .as(part.file())
                    .isEqualTo(pinned);
        });
        Map<String, String> versions =
                Map.of("HiGHS", "1.12.0", "Clp", "1.17.10", "CoinUtils", "2.11.12", "Osi", "0.108.11", "zlib", "1.3.1");
        versions.forEach((name, version) -> assertThat(parts)
                .anyMatch(part -> part.name().equals(name)
                        && part.version().filter(version::equals).isPresent()));
    }
}
