package atlas.local.push;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import atlas.local.Failures;

/** The rows that were not taken, beside the file that they came from. No file is ever replaced: a taken name gets a number. */
final class RefusedRows {

    private static final int MOST_FILES = 10_000;

    private final Api api;

    RefusedRows(Api api) {
        this.api = api;
    }

    /** Writes them whole or not at all, and returns the file. */
    Path write(UUID id, Path beside) throws InterruptedException {
        Path folder = beside.toAbsolutePath().getParent();
        Path unfinished = folder.resolve("." + id + ".part");
        try {
            api.refusedRows(id, unfinished);
            return named(unfinished, folder, stem(beside.getFileName().toString()));
        } catch (IOException e) {
            throw new PushFailedException(Failures.inWords(e), e);
        } finally {
            delete(unfinished);
        }
    }

    private static Path named(Path unfinished, Path folder, String stem) throws IOException {
        for (int number = 1; number <= MOST_FILES; number++) {
            Path target = folder.resolve(stem + ".refused" + (number == 1 ? "" : "-" + number) + ".csv");
            try {
                return Files.move(unfinished, target);
            } catch (FileAlreadyExistsException e) {
                continue; // of an earlier push: it stays
            }
        }
        throw new PushFailedException("there are " + MOST_FILES + " files of refused rows in " + folder + " already");
    }

    /** The name without its ending, and without what this class added when it wrote the file. */
    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        return stem.replaceFirst("(?<=.)\\.refused(-\\d+)?$", "");
    }

    private static void delete(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            unfinished.toFile().deleteOnExit(); // nothing else can be done about it
        }
    }
}
