package org.genryu.cli;

/// The door of the command line.
public final class Main {
    private Main() {}

    /// Ends the process with the exit code of the contract.
    public static void main(String[] args) {
        System.exit(64);
    }
}
