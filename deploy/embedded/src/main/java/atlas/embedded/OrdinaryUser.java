package atlas.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.sun.security.auth.module.UnixSystem;

/** PostgreSQL refuses to run as root. Where we are root, its programs run in a user namespace in which they are not. */
final class OrdinaryUser {

    private static final List<String> NAMESPACE = List.of("unshare", "--user");

    private OrdinaryUser() {
    }

    static List<String> command(List<String> command) {
        if (new UnixSystem().getUid() != 0) {
            return command;
        }
        if (!namespacesWork()) {
            throw new ServerFailedException(
                    "PostgreSQL does not run as root, and this system allows no user namespace to run it in:"
                            + " start the Atlas as another user, or set DATABASE_URL to a server that runs");
        }
        List<String> inNamespace = new ArrayList<>(NAMESPACE);
        inNamespace.addAll(command);
        return inNamespace;
    }

    private static boolean namespacesWork() {
        List<String> attempt = new ArrayList<>(NAMESPACE);
        attempt.add("true");
        try {
            return new ProcessBuilder(attempt).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
