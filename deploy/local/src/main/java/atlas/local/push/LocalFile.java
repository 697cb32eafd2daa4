package atlas.local.push;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import atlas.local.Failures;

/** A file to push, as it was when the push began. */
record LocalFile(Path path, long size, FileTime modified) {

    private static final int LONGEST_NAME = 200;

    /** Looks at what is certain before anything is sent; the limits are the server's to tell. */
    static LocalFile at(Path path) {
        if (Files.notExists(path)) {
            throw new PushFailedException("there is no file " + path);
        }
        if (Files.isDirectory(path)) {
            throw new PushFailedException(path + " is a folder: name the file");
        }
        if (!Files.isReadable(path)) {
            throw new PushFailedException(path + " cannot be read: no permission");
        }
        if (!Files.isRegularFile(path)) {
            throw new PushFailedException(path + " is not a regular file: it has to be there for a second reading");
        }
        return seen(path);
    }

    private static LocalFile seen(Path path) {
        try {
            LocalFile file = new LocalFile(path, Files.size(path), Files.getLastModifiedTime(path));
            if (file.size == 0) {
                throw new PushFailedException(path + " is empty");
            }
            return file;
        } catch (IOException e) {
            throw new PushFailedException(path + " cannot be read: " + Failures.inWords(e), e);
        }
    }

    /** Whether the file is no longer what it was. */
    boolean isChanged() {
        try {
            return Files.size(path) != size || !Files.getLastModifiedTime(path).equals(modified);
        } catch (IOException e) {
            return true; // gone
        }
    }

    /** Its name as the API takes it. */
    String name() {
        String name = path.getFileName().toString().replaceAll("\\p{Cntrl}", "_");
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
