/**
 * Results in files that other programs read: start at {@link eifexplorer.export.InfluenceFiles}.
 *
 * <p>An experiment's result becomes a page, tables and figures in {@link eifexplorer.export.ExperimentFiles}; {@link
 * eifexplorer.export.ResultFigures} draws single figures.
 *
 * <p>CSV and JSON name the sign convention in every file: positive influence is harmful.
 */
@NullMarked
package eifexplorer.export;

import org.jspecify.annotations.NullMarked;
