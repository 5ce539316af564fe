package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a program of PostgreSQL is started: never as root, which it refuses, and in a session of its own.
 *
 * <p>Started by root, it runs as the owner of the cluster's folder. Is that root itself, it runs in a user namespace
 * without a map, where the process is "nobody" and yet still owns root's files; where such namespaces are forbidden
 * (most containers), the cluster is given to "nobody".
 */
final class Privileges {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    private final ServerFolder folder;
    private final Binaries binaries;

    Privileges(ServerFolder folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    /** The words to put before a program so that it dies by this signal when its parent does, if the system can. */
    List<String> prefix(String deathSignal) throws IOException {
        var words = new ArrayList<String>();
        // A Ctrl-C in the terminal goes to the whole session; the server must stay until the application has closed.
        if (Commands.succeeds(List.of("setsid", "true"))) {
            words.add("setsid");
        }
        if (owner(Path.of("/proc/self")) == ROOT) {
            words.addAll(withoutRoot());
        }
        List<String> mortal = List.of("setpriv", "--pdeathsig", deathSignal);
        if (Commands.succeeds(concat(mortal, List.of("true")))) {
            words.addAll(mortal);
        }
        return words;
    }

    private List<String> withoutRoot() throws IOException {
        int owner = owner(Files.exists(folder.cluster()) ? folder.cluster() : folder.base());
        List<String> namespace = List.of("unshare", "-U");
        if (owner == ROOT && Commands.succeeds(concat(namespace, List.of("true")))) {
            return namespace;
        }
        int user = owner == ROOT ? NOBODY : owner;
        folder.giveTo(user);
        List<String> become = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
        int code = Commands.exitCode(concat(become, List.of("test", "-x", binaries.program("postgres"))));
        if (code != 0) {
            folder.giveTo(owner);
            throw new StartRefused("PostgreSQL refuses to run as root, and user " + user + " cannot reach "
                    + binaries.folder() + (code == Commands.NOT_FOUND ? " (setpriv of util-linux is missing)" : "")
                    + ". Start Orbita as an ordinary user, or give --data a folder that everybody may pass through,"
                    + " such as /var/lib/orbita.");
        }
        return become;
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
