package org.genryu.casefile.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.genryu.casefile.schema.CaseFindings;
import org.genryu.core.Finding.Place;
import org.genryu.core.number.ReadText;

/// Is a file that calls itself a workbook safe to parse? It is unpacked here once, counting bytes as they come out;
/// only the parts that hold cells are kept, each is looked through, and a new package of exactly these parts is
/// handed on. So what was checked is what is parsed, whatever the original says about its sizes, names or links.
///
/// Refused: more bytes than [ReadLimits#file] in all, a packing ratio above 300 beyond 16 MiB, more than 2,000 parts,
/// a name twice or out of the package, document types, entities, an encoding other than UTF-8, links to other
/// workbooks, XML deeper than 32, cells beyond the limits.
final class XlsxPackage {
    static final int PARTS = 2_000;
    static final int ROWS = 1_048_576;

    private static final int DEPTH = 32;
    private static final int RATIO = 300;
    private static final long UNSUSPICIOUS = 16L << 20;
    private static final byte[] OLD = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final Pattern KEPT = Pattern.compile(
            "\\[Content_Types]\\.xml|_rels/\\.rels|xl/[^/]+\\.xml|xl/_rels/[^/]+\\.rels|xl/worksheets/[^/]+\\.xml");
    private static final Pattern LEFT = Pattern.compile("xl/(calcChain|metadata|connections)\\.xml");
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']*)[\"']");

    private final String name;
    private final ReadLimits limits;
    private final XlsxFaults faults;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private long total;

    private XlsxPackage(String name, ReadLimits limits, XlsxFaults faults) {
        this.name = name;
        this.limits = limits;
        this.faults = faults;
    }

    /// The checked package, or nothing after findings.
    static Optional<byte[]> open(Path path, String name, ReadLimits limits, CaseFindings all) {
        XlsxFaults faults = new XlsxFaults(all);
        try {
            if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                faults.noFile(name);
                return Optional.empty();
            }
            if (Files.size(path) > limits.file()) {
                all.fileTooBig(name, Files.size(path), limits.file());
                return Optional.empty();
            }
            if (!looksPacked(path, name, faults)) {
                return Optional.empty();
            }
            XlsxPackage run = new XlsxPackage(name, limits, faults);
            return run.unpack(path) && run.check() ? Optional.of(run.pack()) : Optional.empty();
        } catch (IOException e) {
            faults.broken(Place.of(name));
            return Optional.empty();
        }
    }

    private static boolean looksPacked(Path path, String name, XlsxFaults faults) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(path)) {
            start = in.readNBytes(1 << 16);
        }
        if (start.length >= OLD.length && java.util.Arrays.equals(start, 0, OLD.length, OLD, 0, OLD.length)) {
            byte[] whole = Files.readAllBytes(path);
            String text = new String(whole, StandardCharsets.ISO_8859_1);
            if (text.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e")) {
                faults.encrypted(name);
            } else {
                faults.old(name);
            }
            return false;
        }
        if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
            faults.noWorkbook(name);
            return false;
        }
        return true;
    }

    private boolean unpack(Path path) throws IOException {
        Set<String> names = new HashSet<>();
        boolean macros = false;
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > PARTS) {
                faults.tooManyParts(name, PARTS);
                return false;
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String part = entry.getName();
                if (part.contains("..") || part.startsWith("/") || part.indexOf('\\') >= 0 || part.indexOf(':') >= 0) {
                    faults.unsafeName(name, ReadText.quotable(part));
                    return false;
                }
                if (!names.add(part.toLowerCase(Locale.ROOT))) {
                    faults.broken(Place.of(name));
                    return false;
                }
                if (part.startsWith("xl/externalLinks/")) {
                    faults.externalLinks(name);
                    return false;
                }
                macros |= part.endsWith("vbaProject.bin");
                if (KEPT.matcher(part).matches() && !LEFT.matcher(part).matches() && !take(zip, entry)) {
                    return false;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e); // an entry name that is no UTF-8
        }
        if (macros) {
            faults.macros(name);
        }
        if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("xl/workbook.xml")) {
            faults.noWorkbook(name);
            return false;
        }
        return true;
    }

    private boolean take(ZipFile zip, ZipEntry entry) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                boolean swollen = out.size() > UNSUSPICIOUS && out.size() / packed > RATIO;
                if (total > limits.file() || swollen) {
                    faults.bomb(name, limits.file());
                    return false;
                }
                out.write(buffer, 0, n);
            }
        }
        parts.put(entry.getName(), out.toByteArray());
        return true;
    }

    private boolean check() {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (isForeign(part.getValue())) {
                faults.entities(name, part.getKey());
                return false;
            }
            Place place = Place.of(name + "#" + part.getKey());
            try {
                if (!new Walk(part.getValue(), place).ends()) {
                    return false;
                }
            } catch (XMLStreamException e) {
                faults.broken(place);
                return false;
            }
        }
        return true;
    }

    private static boolean isForeign(byte[] xml) {
        String text = new String(xml, StandardCharsets.ISO_8859_1);
        int start = text.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        var encoding = ENCODING.matcher(text.substring(start, Math.min(text.length(), start + 200)));
        boolean other = encoding.find()
                && !encoding.group(1).equalsIgnoreCase("utf-8")
                && !encoding.group(1).equalsIgnoreCase("us-ascii");
        return other || text.indexOf('\0') >= 0 || text.contains("<!DOCTYPE") || text.contains("<!ENTITY");
    }

    /// One pass over the elements of a part.
    private final class Walk {
        private final XMLStreamReader xml;
        private final Place place;
        private int depth;
        private int row;
        private int column;

        Walk(byte[] part, Place place) throws XMLStreamException {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setXMLReporter((message, kind, related, where) -> {});
            this.xml = factory.createXMLStreamReader(text(part));
            this.place = place;
        }

        /// Decoded here: the parser would tell of broken bytes on standard error by itself.
        private static Reader text(byte[] part) {
            boolean marked =
                    part.length >= 3 && part[0] == (byte) 0xEF && part[1] == (byte) 0xBB && part[2] == (byte) 0xBF;
            int start = marked ? 3 : 0;
            return new InputStreamReader(
                    new ByteArrayInputStream(part, start, part.length - start),
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }

        boolean ends() throws XMLStreamException {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > DEPTH) {
                            faults.broken(place);
                            return false;
                        }
                        if (!element(xml.getLocalName())) {
                            return false;
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                        faults.entities(name, place.file());
                        return false;
                    }
                    default -> {
                        // text and comments are read later
                    }
                }
            }
            return true;
        }

        private boolean element(String element) {
            if (element.equals("row")) {
                row = Optional.ofNullable(xml.getAttributeValue(null, "r"))
                        .map(r -> number(r))
                        .orElse(row + 1);
                column = 0;
            } else if (element.equals("c")) {
                column = Optional.ofNullable(xml.getAttributeValue(null, "r"))
                        .map(r -> letters(r))
                        .orElse(column + 1);
            } else {
                return true;
            }
            if (column > limits.columns()) {
                faults.tooWide(place, limits.columns());
                return false;
            }
            int most = Math.min(ROWS, limits.rows());
            if (row > most) {
                faults.tooTall(place, most);
                return false;
            }
            return true;
        }

        private static int number(String digits) {
            return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
        }

        /// Number of the column `A` (1), `AB` (28) of a cell address; beyond every limit if it is none.
        private static int letters(String address) {
            int number = 0;
            int i = 0;
            for (; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z' && i < 5; i++) {
                number = number * 26 + (address.charAt(i) - 'A' + 1);
            }
            return i > 0 && address.substring(i).matches("\\d{1,9}") ? number : Integer.MAX_VALUE;
        }
    }

    private byte[] pack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(total + 4096, Integer.MAX_VALUE - 16));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /// The same package without the moment of writing, its parts in the order of their names.
    static byte[] settled(byte[] bytes) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        try (var in = new org.apache.commons.compress.archivers.zip.ZipArchiveInputStream(
                new ByteArrayInputStream(bytes), "UTF-8", true, true)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (String name : parts.keySet().stream().sorted().toList()) {
                    byte[] part = parts.getOrDefault(name, new byte[0]);
                    ZipEntry entry = new ZipEntry(name);
                    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                    zip.putNextEntry(entry);
                    zip.write(name.equals("docProps/core.xml") ? timeless(part) : part);
                    zip.closeEntry();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] timeless(byte[] core) {
        String text = new String(core, StandardCharsets.UTF_8);
        return text.replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
