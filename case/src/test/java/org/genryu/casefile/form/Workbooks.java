package org.genryu.casefile.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks written part by part, as other programs or hostile people would write them.
final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> states = new LinkedHashMap<>();
    private String strings = "";

    /// A workbook with a sound sheet `case`.
    static Workbooks sound() {
        return new Workbooks().sheet("case", """
                <row r="1"><c r="A1" t="inlineStr"><is><t>key</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>id</t></is></c><c r="B2" t="inlineStr"><is><t>test</t></is></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>title</t></is></c><c r="B3" t="inlineStr"><is><t>{en: Test, ja: 試験}</t></is></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t>currency</t></is></c><c r="B4" t="inlineStr"><is><t>USD</t></is></c></row>
                <row r="5"><c r="A5" t="inlineStr"><is><t>price_year</t></is></c><c r="B5"><v>2025</v></c></row>
                <row r="6"><c r="A6" t="inlineStr"><is><t>discount_rate</t></is></c><c r="B6"><v>0.05</v></c></row>
                <row r="7"><c r="A7" t="inlineStr"><is><t>periods</t></is></c><c r="B7" t="inlineStr"><is><t>{first: 2025, last: 2026, step: year}</t></is></c></row>
                """);
    }

    /// @param rows the `row` elements
    Workbooks sheet(String name, String rows) {
        states.put(name, "visible");
        return part(
                "xl/worksheets/sheet" + states.size() + ".xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    /// A table whose first row holds the columns and whose second row holds the cells, each a whole `c` element
    /// without address.
    Workbooks table(String name, String columns, String cells) {
        StringBuilder head = new StringBuilder();
        for (String column : columns.split(",")) {
            head.append("<c t=\"inlineStr\"><is><t>").append(column).append("</t></is></c>");
        }
        return sheet(name, "<row r=\"1\">" + head + "</row><row r=\"2\">" + cells + "</row>");
    }

    Workbooks hide(String name) {
        states.put(name, "hidden");
        return this;
    }

    /// @param items the `si` elements
    Workbooks strings(String items) {
        strings = items;
        return this;
    }

    Workbooks part(String name, String content) {
        parts.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] bytes() {
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + type("workbook", "sheet.main") + type("sharedStrings", "sharedStrings")
                        + type("styles", "styles") + "</Types>");
        part(
                "_rels/.rels",
                "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int i = 0;
        for (Map.Entry<String, String> sheet : states.entrySet()) {
            i++;
            sheets.append("<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
                    .formatted(sheet.getKey(), i, sheet.getValue(), i));
            relations.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(i, OFFICE, i));
        }
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets
                        + "</sheets></workbook>");
        part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"" + RELATIONS + "\">" + relations + "</Relationships>");
        parts.putIfAbsent(
                "xl/sharedStrings.xml",
                ("<sst xmlns=\"" + MAIN + "\">" + strings + "</sst>").getBytes(StandardCharsets.UTF_8));
        parts.putIfAbsent(
                "xl/styles.xml",
                ("<styleSheet xmlns=\"" + MAIN
                                + "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
                                + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot; days&quot;\"/></numFmts>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/xl/" + part
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind
                + "+xml\"/>";
    }

    static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    Path save(Path folder) {
        return save(folder, bytes());
    }

    static Path save(Path folder, byte[] bytes) {
        try {
            return Files.write(folder.resolve("case.xlsx"), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
