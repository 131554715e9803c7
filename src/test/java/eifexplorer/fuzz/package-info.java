/**
 * Damaged files for every reader of files that come from elsewhere: start at {@link eifexplorer.fuzz.FuzzTest}.
 *
 * <p>A {@link eifexplorer.fuzz.Format} has seeds, mutations and a reader; {@link eifexplorer.fuzz.Fuzzer} reads mutated
 * seeds, each decided by the format's name and a number, and {@link eifexplorer.fuzz.Oracle} says what a reader may do: give
 * a value, or refuse it in a sentence. {@code FuzzCampaign} prints a table of many.
 */
@NullMarked
package eifexplorer.fuzz;

import org.jspecify.annotations.NullMarked;
