/**
 * Results in files that other programs read: start at {@link eifexplorer.export.InfluenceFiles}.
 *
 * <p>CSV and JSON name the sign convention in every file: positive influence is harmful.
 */
package eifexplorer.export;
