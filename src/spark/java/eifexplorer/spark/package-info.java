/**
 * The steps that outgrow one machine, on Apache Spark: start at {@link eifexplorer.spark.ClusterMain}.
 *
 * <p>{@link eifexplorer.spark.ClusterWorkspace} opens a workspace on the driver, {@link eifexplorer.spark.Cluster} runs tasks
 * over parts of its rows ({@link eifexplorer.spark.RowPart}) and turns what goes wrong on an executor into one sentence.
 * {@link eifexplorer.spark.FeaturesJob}, {@link eifexplorer.spark.NeighboursJob}, {@link eifexplorer.spark.SurveyJob} and {@link
 * eifexplorer.spark.SuspectsJob} compute with the very classes that the window
 * uses; the first three keep their results where it looks for them, and the last two ask {@link eifexplorer.spark.VoteJob} what
 * neighbours say. Parts of results go to {@link eifexplorer.spark.PartFiles} in the workspace,
 * which every executor must see under the same path.
 */
@NullMarked
package eifexplorer.spark;

import org.jspecify.annotations.NullMarked;
