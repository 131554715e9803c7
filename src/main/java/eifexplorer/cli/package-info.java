/**
 * The command line: start at {@link eifexplorer.cli.EifExplorerCommand}.
 *
 * <p>Each command is a thin layer of options over the services the window uses too. Results go to standard output (text,
 * or JSON with {@code --json}); progress and problems to the error stream. Exit codes are those of {@link
 * eifexplorer.cli.ExitCode}.
 */
@NullMarked
package eifexplorer.cli;

import org.jspecify.annotations.NullMarked;
