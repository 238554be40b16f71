package org.genryu.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files as one file: the same files make the same bytes.
public final class ZippedFiles {
    /// Where the content of a file comes from; read one after the other.
    @FunctionalInterface
    public interface Content {
        byte[] bytes() throws IOException;
    }

    private ZippedFiles() {}

    /// @param files by name, in their order
    public static byte[] of(Map<String, Content> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Content> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue().bytes());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
