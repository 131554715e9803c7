/**
 * What an estimator's scores are worth: measured against retraining on parts of the training set. Start at {@link
 * eifexplorer.experiment.attribution.LinearDatamodelingScore}.
 *
 * <p>{@link eifexplorer.experiment.attribution.Protocol} draws the subsets and says how they are trained on; {@link
 * eifexplorer.experiment.attribution.SubsetRetraining} retrains and measures the distances; {@link
 * eifexplorer.experiment.attribution.LdsRun} holds the scores against them.
 */
@NullMarked
package eifexplorer.experiment.attribution;

import org.jspecify.annotations.NullMarked;
