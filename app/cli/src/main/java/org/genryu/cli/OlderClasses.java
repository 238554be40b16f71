package org.genryu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Which classes would Java read and verify at every start, because they are too old for its archive of prepared
/// classes? Those of before Java 6 (class file version 50), which carry no stack maps: picocli is compiled for Java 5.
///
/// The launcher runs this before its training run, on the jars of the built program in their own place. A class is
/// written anew with the same instructions, computed stack maps and version 52, and only if Java's own verifier finds
/// nothing in it; all other files of the jar keep their bytes, and the jar its time. What is shipped stays as its
/// makers made it.
///
/// [Java Virtual Machine Specification](https://docs.oracle.com/javase/specs/jvms/se25/html/jvms-4.html) 4.10.1: class
/// files from version 50 on are verified by their stack maps.
final class OlderClasses {
    /// First version that is verified by stack maps.
    private static final int STACK_MAPS = 50;

    /// Version of Java 8, the oldest that has all that newer verification asks for.
    private static final int WRITTEN = 52;

    private OlderClasses() {}

    /// @param args scratch folder on the same disk; then the jars
    public static void main(String[] args) throws IOException {
        for (String jar : List.of(args).subList(1, args.length)) {
            renew(Path.of(jar), Path.of(args[0]));
        }
    }

    /// @param scratch folder on the same disk
    /// @return whether the jar was written anew
    static boolean renew(Path jar, Path scratch) throws IOException {
        Map<ZipEntry, byte[]> files = new LinkedHashMap<>();
        boolean changed = false;
        try (InputStream bytes = Files.newInputStream(jar);
                ZipInputStream in = new ZipInputStream(bytes);
                Hierarchy known = new Hierarchy(jar)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                Optional<byte[]> renewed = entry.getName().endsWith(".class") && isOld(content)
                        ? renewed(content, known.resolver())
                        : Optional.empty();
                changed |= renewed.isPresent();
                files.put(entry, renewed.orElse(content));
            }
        }
        if (!changed) {
            return false;
        }
        Path beside = Files.createTempFile(scratch, "renewed", ".part");
        try {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(beside))) {
                for (Map.Entry<ZipEntry, byte[]> file : files.entrySet()) {
                    ZipEntry entry = new ZipEntry(file.getKey().getName());
                    entry.setTimeLocal(file.getKey().getTimeLocal());
                    out.putNextEntry(entry);
                    out.write(file.getValue());
                }
            }
            Files.setLastModifiedTime(beside, Files.getLastModifiedTime(jar));
            if (Files.getFileStore(jar).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(jar));
            }
            Files.move(beside, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        return true;
    }

    /// Bytes 6 and 7 of a class file are its major version.
    private static boolean isOld(byte[] content) {
        return content.length > 8 && ((content[6] & 0xff) << 8 | (content[7] & 0xff)) < STACK_MAPS;
    }

    /// The class with stack maps; empty where that is not possible.
    private static Optional<byte[]> renewed(byte[] content, ClassHierarchyResolver known) {
        ClassFile files = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(known));
        ClassModel old = files.parse(content);
        try {
            byte[] renewed = files.transformClass(old, (to, part) -> {
                switch (part) {
                    case ClassFileVersion _ -> to.withVersion(WRITTEN, 0);
                    case MethodModel method
                    when method.code().isPresent() -> {
                        // Without stack maps the labels of jumps back are known only after the code was read
                        // once.
                        method.code().get().forEach(_ -> {});
                        to.transformMethod(method, MethodTransform.transformingCode((code, line) -> code.with(line)));
                    }
                    default -> to.with(part);
                }
            });
            return files.verify(renewed).isEmpty() ? Optional.of(renewed) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // subroutines (jsr, ret), which no compiler of this century makes
        }
    }

    /// Who extends whom, among the classes of the jar and of Java.
    private static final class Hierarchy implements AutoCloseable {
        private final java.net.URLClassLoader classes;

        Hierarchy(Path jar) throws IOException {
            classes =
                    new java.net.URLClassLoader(new java.net.URL[] {jar.toUri().toURL()}, null);
        }

        ClassHierarchyResolver resolver() {
            return ClassHierarchyResolver.ofResourceParsing(classes)
                    .orElse(ClassHierarchyResolver.defaultResolver())
                    .cached();
        }

        @Override
        public void close() throws IOException {
            classes.close();
        }
    }
}
