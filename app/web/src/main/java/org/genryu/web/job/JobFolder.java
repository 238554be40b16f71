package org.genryu.web.job;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.genryu.core.disk.Draft;

/// Where a job is on the disk: what was asked comes first and how it ended comes last, each whole or absent, so that a
/// job that was asked and has not ended is asked again by the next server. Between them a worker writes into a folder
/// of its own attempt, which becomes `told` in one step: what a worker of an earlier server still writes goes nowhere.
///
/// @param path named by the id of the job
/// @param disk on which it lies
public record JobFolder(Path path, JobDisk disk) {
    private static final String TOLD = "told";
    private static final String TRY = "try-";
    private static final String OLD = "old-";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ASKED = "asked.txt";
    private static final String ASKERS = "askers.txt";
    private static final String ENDED = "ended.txt";
    private static final String CANCELLED = "cancelled";

    private Path told() {
        return path.resolve(TOLD);
    }

    /// Content hash of the answer; empty if there is none.
    public Optional<String> hash() throws IOException {
        try {
            return Optional.of(Files.readString(told().resolve(WorkerProgram.HASH)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// A new folder for one worker.
    Path attempt() throws IOException {
        return Files.createTempDirectory(path, TRY);
    }

    /// What a worker has written becomes what is told, in the place of what was told before.
    void keep(Path attempt) throws IOException {
        if (Files.exists(told())) {
            disk.move(told(), path.resolve(OLD + attempt.getFileName()));
        }
        disk.move(attempt, told());
        tidy();
    }

    /// Takes away what attempts have left that came to nothing; what cannot be taken away now is taken away later.
    void tidy() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, "{" + TRY + "," + OLD + "}*")) {
            for (Path entry : entries) {
                deleteAll(entry);
            }
        } catch (IOException _) {
            // the next time
        }
    }

    private void deleteAll(Path one) throws IOException {
        if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(one)) {
                for (Path entry : inside) {
                    deleteAll(entry);
                }
            }
        }
        disk.delete(one);
    }

    /// The result folder of the command.
    public Path out() {
        return told().resolve("out");
    }

    /// The JSON document that the command answered.
    public Path answer() {
        return told().resolve(WorkerProgram.ANSWER);
    }

    /// What it said beside its answer.
    public Path said() {
        return told().resolve(WorkerProgram.SAID);
    }

    public String id() {
        return path.getFileName().toString();
    }

    /// The job with this id; empty if it is none.
    static Optional<JobFolder> of(Path all, String id, JobDisk disk) {
        return ID.matcher(id).matches() ? Optional.of(new JobFolder(all.resolve(id), disk)) : Optional.empty();
    }

    /// All jobs that were ever asked.
    static List<JobFolder> all(Path all, JobDisk disk) throws IOException {
        List<JobFolder> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(all)) {
            for (Path entry : entries) {
                if (ID.matcher(entry.getFileName().toString()).matches()) {
                    found.add(new JobFolder(entry, disk));
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        return found;
    }

    void ask(JobQuestion question) throws IOException {
        List<String> lines = new ArrayList<>(List.of(question.command(), question.subject(), question.first()));
        lines.addAll(question.words());
        write(ASKED, String.join("\u0000", lines));
    }

    /// What was asked; empty if nothing was.
    Optional<JobQuestion> asked() throws IOException {
        Optional<String> text = read(ASKED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = List.of(text.get().split("\u0000", -1));
        return lines.size() < 3
                ? Optional.empty()
                : Optional.of(
                        new JobQuestion(lines.get(0), lines.get(1), lines.get(2), lines.subList(3, lines.size())));
    }

    /// Who has asked, a name a line.
    void askedBy(Set<String> names) throws IOException {
        write(ASKERS, String.join("\n", names));
    }

    Set<String> askers() throws IOException {
        return read(ASKERS)
                .map(text -> text.lines().collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    void end(JobState state) throws IOException {
        switch (state) {
            case JobState.Done(int code) -> write(ENDED, Integer.toString(code));
            case JobState.Failed(int code) -> write(ENDED, Integer.toString(code));
            case JobState.Cancelled _ -> write(ENDED, CANCELLED);
            case JobState.Waiting _, JobState.Running _ -> throw new IllegalArgumentException(state.word());
        }
    }

    /// How it ended; empty if it has not.
    Optional<JobState> ended() throws IOException {
        Optional<String> text = read(ENDED);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().equals(CANCELLED)) {
            return Optional.of(new JobState.Cancelled());
        }
        int code = Integer.parseInt(text.get());
        return Optional.of(isAnswer(code) ? new JobState.Done(code) : new JobState.Failed(code));
    }

    /// 3 (no answer exists) and 4 (not all is proved) are answers too, if they were written down.
    boolean isAnswer(int code) {
        return code == 0 || ((code == 3 || code == 4) && Files.exists(out().resolve("run.json")));
    }

    /// It may be asked again.
    void forgetEnd() throws IOException {
        disk.delete(path.resolve(ENDED));
    }

    private void write(String name, String text) throws IOException {
        try (Draft draft = disk.file(path.resolve(name))) {
            draft.write(name, text);
            draft.commit();
        }
    }

    private Optional<String> read(String name) throws IOException {
        try {
            return Optional.of(Files.readString(path.resolve(name)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
