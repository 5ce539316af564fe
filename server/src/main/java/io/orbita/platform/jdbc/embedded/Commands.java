package io.orbita.platform.jdbc.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Small programs of the operating system (setpriv, kill, initdb, ...), run to their end. */
final class Commands {
    static final int NOT_FOUND = 127;

    private Commands() {}

    static int exitCode(List<String> command) throws IOException {
        Process process;
        try {
            process = builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return NOT_FOUND;
        }
        return await(process);
    }

    static boolean succeeds(List<String> command) throws IOException {
        return exitCode(command) == 0;
    }

    /** Runs a command and returns what it printed; fails with that text unless it ends with code 0. */
    static String run(List<String> command, Path folder) throws IOException {
        Process process = builder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process) != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output.strip());
        }
        return output;
    }

    /**
     * Starts a server and keeps the forking thread for as long as it lives: the kernel sends the parent-death signal
     * when the <em>thread</em> that forked ends, not the process.
     */
    static Process spawn(List<String> command, Path folder, File log) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres-parent").start(() -> {
            try {
                Process process = builder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log))
                        .start();
                started.complete(process);
                await(process);
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException("cannot run " + command + ": " + e.getCause(), e);
        }
    }

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for PostgreSQL");
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        // PGDATA, PGPORT, PGOPTIONS and the like of the caller belong to somebody else's server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a command");
        }
    }
}
